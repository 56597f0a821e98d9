import { notifications } from '@mantine/notifications';
import { oneLine } from '../../shared/diagram/oneLine.ts';

type Tone = 'info' | 'warning';

const COLOURS: Readonly<Record<Tone, string>> = { info: 'blue', warning: 'orange' };
const MILLISECONDS: Readonly<Record<Tone, number>> = { info: 4_000, warning: 10_000 };

/** Says something small in a corner; a screen reader reads it out. The same text is not piled up. */
export function tell(words: string, tone: Tone = 'info'): void {
  const message = oneLine(words);
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
