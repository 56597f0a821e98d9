import { FORMATS } from '../../shared/export/formats.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import { type ExportResult, type Host, MAX_EXPORT_BYTES } from '../../shared/ipc/contract.ts';
import { standardOf } from '../../shared/validate/standards.ts';
import { catalog } from '../state/catalog.ts';
import { reportOf } from '../state/derived.ts';
import { flushDrafts } from '../state/drafts.ts';
import { ask } from '../state/questions.ts';
import { useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { whileWorking } from '../state/work.ts';
import { documentName } from './documentName.ts';
import type { Content, Exported, PictureWish } from './exportFormats.ts';
import { exportFailed, exportRefused, TOO_LARGE } from './fileMessages.ts';
import { saveBroke } from './saveActions.ts';

/** What somebody wants to have as a file. */
export interface ExportWish extends PictureWish {
  readonly format: Exported;
  /** The id of a standard to show; null for none. */
  readonly standard: string | null;
}

/** The picture alone, with its annotations: for paper and for the clipboard. */
export const PICTURE_ALONE: Omit<ExportWish, 'format'> = {
  standard: null,
  lists: false,
  embed: false,
  scale: 2,
  paper: 'a4',
  orientation: 'auto',
  tiles: null,
};

function inputOf(standard: string | null): ExportInput {
  const state = useStore.getState();
  return {
    diagram: state.history.present,
    catalog,
    report: reportOf(state),
    date: state.today,
    standard: standardOf(catalog, standard),
    // What is drawn may be newer than the file: lines of the file would be wrong.
    file: null,
  };
}

const sizeOf = (content: string | Uint8Array): number =>
  typeof content === 'string' ? content.length : content.byteLength;

async function make({ format, standard, ...wish }: ExportWish): Promise<Content> {
  flushDrafts();
  const { EXPORTERS } = await import('./exportFormats.ts');
  return EXPORTERS[format](inputOf(standard), wish);
}

/** The document in a format, or why there is none. */
export const contentOf = (wish: ExportWish): Promise<Content> =>
  whileWorking(() => make(wish)).catch((error: unknown) => ({ refused: [String(error)] }));

/** Writes the document in a format to a file that the person names. True once it is written. */
export async function exportDocument(host: Host, wish: ExportWish): Promise<boolean> {
  const { extension, mimeType } = FORMATS[wish.format];
  const suggestedName = documentName(useStore.getState());
  const content = await contentOf(wish);
  if (typeof content === 'object' && 'refused' in content) {
    await ask(exportRefused(content.refused));
    return false;
  }
  if (sizeOf(content) > MAX_EXPORT_BYTES) {
    await ask(exportRefused(TOO_LARGE));
    return false;
  }
  const result: ExportResult = await host
    .call('file:export', { suggestedName, extension, mimeType, content })
    .catch(saveBroke);
  if (result.state === 'saved') tell(`Exported ${result.name}`);
  if (result.state !== 'failed') return result.state === 'saved';
  return (await ask(exportFailed(result))) === 'again' && exportDocument(host, wish);
}
