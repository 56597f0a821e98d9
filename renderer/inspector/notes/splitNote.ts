/** A part of a note, drawn by itself: a long note as a whole would hold up the window while it is read. */
export interface NotePart {
  readonly text: string;
  /** False for a part with more markup than anybody writes: it is shown as typed. */
  readonly isMarkdown: boolean;
}

const PART = 1_000;
const MOST_MARKS = 300;
const MARK = /[*_`~>[\]()!<&\\|#+-]/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Where no list, quote or indented code goes on. */
const BEGINS_ANEW = /^[^\s>*+\-\d]/;

const marksIn = (text: string): number => text.match(MARK)?.length ?? 0;

const partOf = (lines: readonly string[]): NotePart => {
  const text = lines.join('\n');
  const blanks = lines.filter((line) => line.trim() === '').length;
  return { text, isMarkdown: marksIn(text) + blanks <= MOST_MARKS };
};

/** Cuts a note where one block of its Markdown ends for certain and another begins. */
export function splitNote(note: string): readonly NotePart[] {
  const parts: NotePart[] = [];
  let lines: string[] = [];
  let length = 0;
  let fence: string | null = null;
  let wasBlank = false;
  for (const line of note.split('\n')) {
    if (length > PART && fence === null && wasBlank && BEGINS_ANEW.test(line)) {
      parts.push(partOf(lines));
      lines = [];
      length = 0;
    }
    const mark = FENCE.exec(line)?.[1];
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence)) fence = null;
    lines.push(line);
    length += line.length + 1;
    wasBlank = line.trim() === '';
  }
  return [...parts, partOf(lines)];
}
