import type { ExportResult, Host } from '../../shared/ipc/contract.ts';
import { iconSvg } from '../icons.ts';
import { catalog } from '../state/catalog.ts';
import { reportOf } from '../state/derived.ts';
import { flushDrafts } from '../state/drafts.ts';
import { ask } from '../state/questions.ts';
import { useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { documentName } from './documentName.ts';
import { exportFailed } from './fileMessages.ts';
import { saveBroke } from './saveActions.ts';

async function svgOfDocument(): Promise<string> {
  const { exportSvg: toSvg } = await import('../../shared/export/svg/exportSvg.ts');
  const state = useStore.getState();
  return toSvg({
    diagram: state.history.present,
    catalog,
    report: reportOf(state),
    icons: iconSvg,
    date: state.today,
  });
}

/** Writes the annotated picture of the document to a file that the person names. */
export async function exportSvg(host: Host): Promise<void> {
  flushDrafts();
  const suggestedName = documentName(useStore.getState());
  const text = await svgOfDocument();
  const result: ExportResult = await host
    .call('file:export', { suggestedName, extension: 'svg', mimeType: 'image/svg+xml', text })
    .catch(saveBroke);
  if (result.state === 'saved') tell(`Exported ${result.name}`);
  if (result.state === 'failed' && (await ask(exportFailed(result))) === 'again') await exportSvg(host);
}
