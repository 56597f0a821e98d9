import { contentOf, PICTURE_ALONE } from '../files/exportActions.ts';
import { exportRefused } from '../files/fileMessages.ts';
import { ask } from '../state/questions.ts';
import { useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';

/** Puts a picture of what is selected on the clipboard, or of the whole diagram while nothing is. */
export async function copyPicture(): Promise<void> {
  const { selection: ids } = useStore.getState();
  const content = await contentOf({
    ...PICTURE_ALONE,
    format: 'png',
    scope: ids.length === 0 ? { kind: 'all' } : { kind: 'elements', ids },
  });
  if (typeof content === 'string') return;
  if ('refused' in content) return void (await ask(exportRefused(content.refused)));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([content], { type: 'image/png' }) })]);
    tell(ids.length === 0 ? 'Copied a picture of the diagram' : 'Copied a picture of the selection');
  } catch {
    tell('The picture could not be copied: the clipboard is closed to it here. Export it as PNG instead.', 'warning');
  }
}
