/** A program that saves until it is killed: `saver.js FILE BACKUPS SEED SAVES`, one line for each save that was said to be done. */
import { createFileGrants } from '../../electron/files/fileGrants.ts';
import { versionText } from './versionText.ts';

const [file = '', backups = '', seed = '', saves = ''] = process.argv.slice(2);
const grants = createFileGrants(backups);
const opened = await grants.open(file);
if (opened.state === 'failed') throw new Error(opened.detail);
process.stdout.write('ready\n');
for (let n = 1; n <= Number(saves); n++) {
  const version = `${seed}.${n}`;
  const result = await grants.save(opened.file.id, versionText(version), true);
  if (result.state !== 'saved') throw new Error(JSON.stringify(result));
  process.stdout.write(`${version}\n`);
}
