/** Words for a screen reader, and which ones in a row they are: the same words may be said again. */
export interface Said {
  readonly text: string;
  readonly turn: number;
}

export const SILENCE: Said = { text: '', turn: 0 };

export const saidAfter = ({ turn }: Said, text: string): Said => ({ text, turn: turn + 1 });
