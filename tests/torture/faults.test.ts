import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atomicWrite } from '../../electron/files/atomicWrite.ts';
import { say } from './counts.ts';
import { faultyDisk, lyingDisk } from './faultyDisk.ts';
import { LossyDisk, withoutSync } from './lossyDisk.ts';

const OLD = 'old '.repeat(1000);
const NEW = 'new!'.repeat(2000);
const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'ESTALE'];

function fileWith(content: string): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'parapet-torture-')), 'a.parapet');
  writeFileSync(file, content);
  return file;
}

/** One save over a disk that fails once; true when it said that it had saved. */
async function saveWithFault(file: string, at: number, code: string): Promise<boolean> {
  return atomicWrite(file, NEW, faultyDisk(at, code).disk).then(
    () => true,
    () => false,
  );
}

describe('a save over a disk that fails', () => {
  it('leaves the whole old file when it says that it failed, and the whole new one when it says saved', async () => {
    const counter = faultyDisk(-1, '');
    await atomicWrite(fileWith(OLD), NEW, counter.disk);
    let faults = 0;
    for (const code of CODES) {
      for (let at = 0; at < counter.calls.length; at++) {
        const file = fileWith(OLD);
        const saved = await saveWithFault(file, at, code);
        expect(readFileSync(file, 'utf8'), `${code} at ${counter.calls[at]}`).toBe(saved ? NEW : OLD);
        expect(readdirSync(path.dirname(file)), `${code} at ${counter.calls[at]}`).toEqual(['a.parapet']);
        faults++;
      }
    }
    expect(counter.calls).toEqual(expect.arrayContaining(['open', 'writeFile', 'sync', 'read', 'rename']));
    say(`${faults} faults injected into a save (each of ${counter.calls.length} calls), 0 losses`);
  });

  it('notices a disk that keeps something else than it was given', async () => {
    for (const spoil of [
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1),
      (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('x')]),
      (bytes: Uint8Array) => bytes.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)),
    ]) {
      const file = fileWith(OLD);
      await expect(atomicWrite(file, NEW, lyingDisk(spoil))).rejects.toMatchObject({ code: 'EIO' });
      expect(readFileSync(file, 'utf8')).toBe(OLD);
    }
  });
});

/** A disk of 512 kB, if this machine lets us make one. */
function smallDisk(): string | null {
  const place = mkdtempSync(path.join(os.tmpdir(), 'parapet-small-'));
  if (process.platform !== 'linux') return null;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', place]).status === 0 ? place : null;
}

const small = smallDisk();
afterAll(() => {
  if (small) spawnSync('umount', [small]);
});

describe.skipIf(small === null)('a small disk that is full for real', () => {
  it('keeps the old file, and takes the new one when there is room again', async () => {
    const file = path.join(small ?? '', 'a.parapet');
    const filler = path.join(small ?? '', 'filler');
    writeFileSync(file, OLD);
    writeFileSync(filler, Buffer.alloc(400 * 1024));
    const large = NEW.repeat(20);
    for (let n = 0; n < 20; n++) {
      await expect(atomicWrite(file, large)).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(readFileSync(file, 'utf8')).toBe(OLD);
    }
    expect(readdirSync(small ?? '').sort()).toEqual(['a.parapet', 'filler']);
    rmSync(filler);
    await atomicWrite(file, large);
    expect(readFileSync(file, 'utf8')).toBe(large);
    say('20 saves on a full disk, 0 losses');
  });
});

const FILE = '/disk/a.parapet';

describe('a power cut', () => {
  it('at any moment of a save leaves the whole old file or the whole new one', async () => {
    let moments = 0;
    const lossy = new LossyDisk({ [FILE]: OLD }, (disk) => {
      moments++;
      for (const found of disk.afterPowerLoss(FILE)) expect([OLD, NEW]).toContain(found);
    });
    await atomicWrite(FILE, NEW, lossy.disk);
    expect(lossy.afterPowerLoss(FILE), 'after “saved”').toEqual(new Set([NEW]));
    expect(moments).toBeGreaterThan(6);
    say(`power cut at ${moments} moments of a save, 0 losses`);
  });

  it('leaves no part of a file that is saved for the first time', async () => {
    const lossy = new LossyDisk({}, (disk) => {
      for (const found of disk.afterPowerLoss(FILE)) expect([null, NEW]).toContain(found);
    });
    await atomicWrite(FILE, NEW, lossy.disk);
    expect(lossy.afterPowerLoss(FILE)).toEqual(new Set([NEW]));
  });

  it('would be noticed if a save did not wait for the disk', async () => {
    const lossy = new LossyDisk({ [FILE]: OLD }, () => {});
    await atomicWrite(FILE, NEW, withoutSync(lossy.disk));
    expect(lossy.afterPowerLoss(FILE).size).toBeGreaterThan(2);
  });
});
