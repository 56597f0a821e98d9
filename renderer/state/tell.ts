import { notifications } from '@mantine/notifications';

type Tone = 'info' | 'warning';

const COLOURS: Readonly<Record<Tone, string>> = { info: 'blue', warning: 'orange' };
const MILLISECONDS: Readonly<Record<Tone, number>> = { info: 4_000, warning: 10_000 };

/** Says something small in a corner; a screen reader reads it out. The same text is not piled up. */
export function tell(message: string, tone: Tone = 'info'): void {
  const id = `${tone}:${message}`;
  notifications.hide(id);
  notifications.show({
    id,
    message,
    color: COLOURS[tone],
    autoClose: MILLISECONDS[tone],
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
