import {
  chmodSync,
  promises as fsp,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { atomicWrite } from '../../../electron/files/atomicWrite.ts';
import { toSaveFailure } from '../../../electron/files/failure.ts';
import { createFileGrants } from '../../../electron/files/fileGrants.ts';
import { readDiagramFile } from '../../../electron/files/readDiagramFile.ts';
import { createRecentFiles } from '../../../electron/files/recentFiles.ts';
import { createRecoveryStore } from '../../../electron/files/recoveryStore.ts';
import { withExtension } from '../../../electron/files/withExtension.ts';
import { createRecoveries } from '../../../electron/main/setupRecovery.ts';

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'parapet-files-'));
const UUID = '7b8b6f0e-6b0a-4a53-9d2c-0f6f6f1d9a01';

function fileWith(content: string | Uint8Array, name = 'a.parapet'): string {
  const file = path.join(folder(), name);
  writeFileSync(file, content);
  return file;
}

async function opened(content = 'old') {
  const file = fileWith(content);
  const backups = path.join(folder(), 'backups');
  const grants = createFileGrants(backups);
  const result = await grants.open(file);
  if (result.state !== 'opened') throw new Error(result.detail);
  return { file, backups, grants, id: result.file.id };
}

describe('atomicWrite', () => {
  it('replaces the content, keeps the mode, follows links and leaves nothing behind', async () => {
    const file = fileWith('old');
    const link = path.join(path.dirname(file), 'link');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    await atomicWrite(link, 'new ü');
    expect(readFileSync(file, 'utf8')).toBe('new ü');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['a.parapet', 'link']);
  });

  it('writes where a link leads, also when nothing is there yet', async () => {
    const home = folder();
    symlinkSync(path.join(home, 'new.parapet'), path.join(home, 'link'));
    await atomicWrite(path.join(home, 'link'), 'new');
    expect(readFileSync(path.join(home, 'new.parapet'), 'utf8')).toBe('new');
    expect(readdirSync(home).sort()).toEqual(['link', 'new.parapet']);
  });

  it('keeps the old content when writing fails', async () => {
    const file = fileWith('old');
    const handle = await fsp.open(file);
    const prototype = Object.getPrototypeOf(handle) as { sync: () => Promise<void> };
    await handle.close();
    const spy = vi.spyOn(prototype, 'sync').mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(atomicWrite(file, 'new')).rejects.toThrow('full');
    spy.mockRestore();
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(path.dirname(file))).toEqual(['a.parapet']);
  });

  it('of twenty writes at once, one wins whole', async () => {
    const file = path.join(folder(), 'a');
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => atomicWrite(file, String.fromCharCode(65 + n).repeat(50_000))),
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^(.)\1{49999}$/);
  });

  it('removes what a killed process left an hour ago, and nothing else', async () => {
    const file = fileWith('old');
    const left = (name: string) => path.join(path.dirname(file), name);
    for (const name of ['.a.parapet.0123456789ab.tmp', '.a.parapet.ba9876543210.tmp', '.b.tmp'])
      writeFileSync(left(name), '');
    const before = new Date(Date.now() - 2 * 3_600_000);
    for (const name of ['.a.parapet.0123456789ab.tmp', '.b.tmp']) utimesSync(left(name), before, before);
    await atomicWrite(file, 'new');
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['.a.parapet.ba9876543210.tmp', '.b.tmp', 'a.parapet']);
  });
});

describe('reading a diagram file', () => {
  const reasonFor = async (file: string) => {
    const result = await readDiagramFile(file);
    return result.state === 'failed' ? result.reason : result.state;
  };

  it('says why it could not', async () => {
    expect(await reasonFor(path.join(folder(), 'none.parapet'))).toBe('notFound');
    expect(await reasonFor(folder())).toBe('notAFile');
    expect(await reasonFor('/dev/zero')).toBe('notAFile');
    expect(await reasonFor(fileWith(new Uint8Array([0xff, 0xfe, 0x41, 0])))).toBe('notText');
    expect(await reasonFor(fileWith('a\0b'))).toBe('notText');
  });

  it('refuses by the size alone what could not even be read', async () => {
    const file = fileWith('');
    truncateSync(file, 3 * 1024 ** 3);
    expect(await readDiagramFile(file)).toMatchObject({
      reason: 'tooLarge',
      detail: 'It has 3072 MB; the limit is 50 MB.',
    });
  });

  it('takes a byte order mark away and sees the read-only mark', async () => {
    const file = fileWith('\ufeff{}');
    chmodSync(file, 0o444);
    expect(await readDiagramFile(file)).toMatchObject({ text: '{}', readOnly: true });
  });
});

describe('saving', () => {
  it('replaces the file and keeps what it held', async () => {
    const { file, backups, grants, id } = await opened('old');
    expect(await grants.save(id, 'new', false)).toEqual({ state: 'saved', name: 'a.parapet' });
    expect(readFileSync(file, 'utf8')).toBe('new');
    const [kept] = readdirSync(backups, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(readFileSync(path.join(kept?.parentPath ?? '', kept?.name ?? ''), 'utf8')).toBe('old');
  });

  it('keeps the last twenty versions, newest first, each to be read again', async () => {
    const { backups, grants, id } = await opened('old');
    for (let n = 0; n < 23; n++) {
      await grants.save(id, `text ${n}`, false);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const kept = readdirSync(backups, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(kept).toHaveLength(20);
    const versions = await grants.versions(id);
    const texts = await Promise.all(versions.map((each) => grants.versionText(id, each.id)));
    expect(texts).toEqual(Array.from({ length: 20 }, (_, i) => `text ${21 - i}`));
    expect(versions.map((each) => Date.parse(each.replacedAt)).every(Number.isFinite)).toBe(true);
  });

  it('gives versions of granted files only, and nothing but versions', async () => {
    const { grants, id } = await opened('old');
    await grants.save(id, 'new', false);
    expect(await grants.versions(UUID)).toEqual([]);
    expect(await grants.versionText(id, `${'../'.repeat(30)}etc/passwd`)).toBeNull();
    expect(await grants.versionText(UUID, (await grants.versions(id))[0]?.id ?? '')).toBeNull();
  });

  it('does not write over a change from outside unless told to', async () => {
    const { file, grants, id } = await opened('old');
    writeFileSync(file, 'theirs');
    expect(await grants.save(id, 'mine', false)).toEqual({ state: 'conflict' });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(await grants.save(id, 'mine', true)).toMatchObject({ state: 'saved' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('two saves at once are no conflict', async () => {
    const { file, grants, id } = await opened();
    const results = await Promise.all([grants.save(id, 'one', false), grants.save(id, 'two', false)]);
    expect(results.map((result) => result.state)).toEqual(['saved', 'saved']);
    expect(readFileSync(file, 'utf8')).toBe('two');
  });

  it('writes a file again that was removed, but makes no folders', async () => {
    const { file, grants, id } = await opened();
    rmSync(file);
    expect(await grants.save(id, 'again', false)).toMatchObject({ state: 'saved' });
    rmSync(path.dirname(file), { recursive: true });
    expect(await grants.save(id, 'gone', false)).toMatchObject({ state: 'failed', reason: 'notFound' });
  });

  it('refuses a file marked as read-only and an id that nobody was given', async () => {
    const { file, grants, id } = await opened('old');
    chmodSync(file, 0o444);
    expect(await grants.save(id, 'new', false)).toMatchObject({ state: 'failed', reason: 'readOnly' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(await grants.save(UUID, 'new', false)).toMatchObject({ state: 'failed', reason: 'notFound' });
  });

  it.each([
    ['ENOSPC', 'diskFull'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'noPermission'],
    ['ENOENT', 'notFound'],
    ['ENAMETOOLONG', 'pathTooLong'],
    ['EBUSY', 'locked'],
    ['ESTALE', 'unreachable'],
    ['EWHATEVER', 'other'],
  ])('the error %s is told as %s', (code, reason) => {
    expect(toSaveFailure(Object.assign(new Error('x'), { code }))).toMatchObject({ reason });
  });

  it('adds the extension that a dialog left off, but never so that it hits another file', async () => {
    const dir = folder();
    expect(await withExtension(path.join(dir, 'a'), 'parapet')).toBe(path.join(dir, 'a.parapet'));
    writeFileSync(path.join(dir, 'a.parapet'), '');
    expect(await withExtension(path.join(dir, 'a'), 'parapet')).toBe(path.join(dir, 'a'));
    expect(await withExtension(path.join(dir, 'b.json'), 'parapet')).toBe(path.join(dir, 'b.json'));
  });
});

describe('changes from outside', () => {
  it('are told once each; our own writes are none', async () => {
    const { file, grants, id } = await opened('old');
    await grants.save(id, 'mine', false);
    expect(await grants.changedOutside()).toEqual([]);
    writeFileSync(file, 'theirs');
    expect(await grants.changedOutside()).toEqual([{ id, kind: 'changed' }]);
    expect(await grants.changedOutside()).toEqual([]);
    rmSync(file);
    expect(await grants.changedOutside()).toEqual([{ id, kind: 'removed' }]);
  });
});

describe('unsaved work', () => {
  const work = {
    documentId: UUID,
    name: 'Draft',
    savedAt: '2026-11-22T08:00:00.000Z',
    path: null,
    hash: null,
    text: '{}',
  };

  it('comes back after a restart until it is dropped', async () => {
    const dir = path.join(folder(), 'recovery');
    expect(await createRecoveryStore(dir).put(work)).toBe(true);
    writeFileSync(path.join(dir, 'broken.json'), '{');
    const later = createRecoveryStore(dir);
    expect(await later.list()).toEqual([work]);
    await later.drop(UUID);
    expect(await later.list()).toEqual([]);
  });

  it('belongs to one window at a time, and to any once that is closed', async () => {
    const dir = path.join(folder(), 'recovery');
    const recoveryOf = createRecoveries(createRecoveryStore(dir));
    const [first, second] = [recoveryOf(createFileGrants(dir)), recoveryOf(createFileGrants(dir))];
    const put = { documentId: UUID, name: 'Draft', fileId: null, text: '{}' };
    expect(await first.handlers['recovery:put'](put)).toBe(true);
    expect([(await first.list()).length, (await second.list()).length]).toEqual([1, 0]);
    expect(await second.handlers['recovery:put']({ ...put, text: 'other' })).toBe(false);
    expect(await second.handlers['recovery:take'](UUID)).toBe(false);
    await second.handlers['recovery:drop'](UUID);
    await second.dropMine();
    expect(await first.list()).toMatchObject([{ text: '{}' }]);
    first.release();
    expect(await second.handlers['recovery:take'](UUID)).toBe(true);
    await second.dropMine();
    expect(await first.list()).toEqual([]);
  });

  it('that cannot be kept is said so, not thrown', async () => {
    const file = fileWith('in the way');
    expect(await createRecoveryStore(path.join(file, 'recovery')).put(work)).toBe(false);
  });
});

describe('recent files', () => {
  it('are ten at most, newest first, without the missing ones', async () => {
    const dir = folder();
    const recent = createRecentFiles(path.join(dir, 'recent.json'));
    const files = Array.from({ length: 12 }, (_, n) => path.join(dir, `${n}.parapet`));
    for (const file of files) {
      writeFileSync(file, '');
      await recent.add(file);
    }
    await recent.add(files[5] ?? '');
    rmSync(files[11] ?? '');
    const listed = (await recent.list()).map((entry) => path.basename(entry.path, '.parapet'));
    expect(listed).toEqual(['5', '10', '9', '8', '7', '6', '4', '3', '2']);
    const [first] = await recent.list();
    expect(await recent.pathOf(first?.id ?? '')).toBe(files[5]);
    await recent.clear();
    expect(await recent.list()).toEqual([]);
  });

  it('survive a broken list', async () => {
    const store = fileWith('not JSON', 'recent.json');
    const recent = createRecentFiles(store);
    mkdirSync(path.dirname(store), { recursive: true });
    expect(await recent.list()).toEqual([]);
    await recent.add(store);
    expect(await recent.list()).toHaveLength(1);
  });
});
