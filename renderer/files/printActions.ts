import type { Host, PrintResult } from '../../shared/ipc/contract.ts';
import { ask } from '../state/questions.ts';
import { contentOf, PICTURE_ALONE } from './exportActions.ts';
import { exportRefused, printFailed } from './fileMessages.ts';
import { saveBroke } from './saveActions.ts';

/** Puts a picture on a sheet that only printing shows (`theme.css`), for as long as `print` runs. */
async function onSheet<T>(svg: string, print: () => Promise<T>): Promise<T> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const sheet = document.createElement('div');
  const picture = new Image();
  try {
    picture.src = address;
    await picture.decode();
    sheet.className = 'print-sheet';
    sheet.dataset.wide = String(picture.naturalWidth > picture.naturalHeight);
    sheet.append(picture);
    document.body.append(sheet);
    return await print();
  } finally {
    sheet.remove();
    URL.revokeObjectURL(address);
  }
}

/** Prints the diagram as its export as SVG has it, fitted to one page. Whoever wants the report too exports a PDF. */
export async function printDiagram(host: Host): Promise<void> {
  const svg = await contentOf({ ...PICTURE_ALONE, format: 'svg' });
  if (typeof svg !== 'string') {
    if ('refused' in svg) await ask(exportRefused(svg.refused));
    return;
  }
  const result: PrintResult = await onSheet(svg, () => host.call('window:print')).catch(saveBroke);
  if (result.state === 'failed') await ask(printFailed(result.detail));
}
