import type { Said } from '../state/said.ts';

interface Props {
  readonly said: Said;
  readonly label?: string;
}

/** Read out by screen readers, not shown. What is new in the page is read: so is the same text, said once more. */
export function LiveText({ said: { text, turn }, label }: Props) {
  return (
    <output className="visually-hidden" aria-live="polite" aria-label={label}>
      <span key={turn}>{text}</span>
    </output>
  );
}
