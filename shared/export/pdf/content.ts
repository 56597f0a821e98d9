import { legible } from '../font/legible.ts';

/*
 * The parts of pdfmake's document definition that the report is made of, as plain data: it can be sent to a worker.
 */

/** Words within a paragraph. */
export interface Inline {
  readonly text: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly link?: string;
  readonly linkToDestination?: string;
}

interface Common {
  readonly style?: StyleName;
  readonly margin?: readonly [number, number, number, number];
  readonly pageBreak?: 'before';
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly unbreakable?: boolean;
}

/** An entry in the outline; the text as it was written, for viewers have more fonts than the document. */
interface Bookmarked {
  readonly id?: string;
  readonly outline?: true;
  readonly outlineText?: string;
  readonly outlineParentId?: string;
  readonly outlineExpanded?: boolean;
}

/** What may stand on a page. */
export type Content =
  | (Common & Bookmarked & { readonly text: string | readonly Inline[] })
  | (Common & { readonly stack: readonly Content[] })
  | (Common & { readonly ul: readonly Content[] })
  | (Common & { readonly svg: string; readonly fit: readonly [number, number]; readonly alignment: 'center' })
  | {
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly absolutePosition: { readonly x: number; readonly y: number };
    }
  | (Common & {
      readonly layout: 'noBorders' | 'lightHorizontalLines';
      readonly table: {
        readonly headerRows: number;
        /** Rows stay on one page: only for tables whose rows are all shorter than one. */
        readonly dontBreakRows?: boolean;
        readonly widths: readonly number[];
        readonly body: readonly (readonly Content[])[];
      };
    });

/** The names of the styles that `STYLES` of the document gives a look. */
export type StyleName = 'anchor' | 'title' | 'lead' | 'heading' | 'group' | 'point' | 'dim' | 'head' | 'note';

/** Words of any origin, in letters that the font has. */
export const words = (text: string, more: Omit<Inline, 'text'> = {}): Inline => ({ text: legible(text), ...more });

/** A paragraph. */
export const line = (text: string, style?: StyleName): Content =>
  style === undefined ? { text: legible(text) } : { text: legible(text), style };

/** Where a heading is in the outline. */
export interface Place {
  readonly id: string;
  readonly under?: string;
  readonly open?: boolean;
}

/** The same, as attributes of a node with this text. */
export const bookmark = (text: string, { id, under, open = false }: Place) => ({
  id,
  outline: true as const,
  outlineText: text,
  outlineExpanded: open,
  ...(under === undefined ? {} : { outlineParentId: under }),
});

/** A heading that the outline leads to. */
export const heading = (text: string, style: StyleName, place: Place): Content => ({
  text: legible(text),
  style,
  ...bookmark(text, place),
});

const total = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);

/** Space that pdfmake puts between the columns of a table, by its layout. */
const CELL_GAP = { noBorders: 8, lightHorizontalLines: 16 } as const;

/** Widths of columns by their shares of a width. Fixed, so that a long word is broken and does not push its column out. */
export function columnWidths(
  width: number,
  shares: readonly number[],
  layout: keyof typeof CELL_GAP,
): readonly number[] {
  const room = width - CELL_GAP[layout] * (shares.length - 1);
  return shares.map((share) => Math.floor((room * share) / total(shares)));
}
