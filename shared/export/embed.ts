import { formatDiagram } from '../diagram/format.ts';
import type { Diagram } from '../diagram/schema.ts';

/*
 * A diagram inside its own picture. The text is that of a diagram file in which every character beyond ASCII is a JSON
 * escape: it survives every editor that keeps metadata, whatever encoding it saves in. `shared/import/picture.ts` reads
 * it back.
 */

/** The id of the metadata element in an SVG, and the keyword of the text chunk in a PNG. */
export const EMBEDDED_NAME = 'parapet-diagram';

const BEYOND_ASCII = /[^\t\n\x20-\x7E]/g;

/** A diagram as the text that goes into a picture: JSON in ASCII. */
export const toEmbedded = (diagram: Diagram): string =>
  formatDiagram(diagram).replace(
    BEYOND_ASCII,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
