import type { FileHandle } from 'node:fs/promises';
import { DISK, type Disk } from '../../electron/files/disk.ts';

type Fault = (call: string) => void;

const errorOf = (code: string, call: string): Error => Object.assign(new Error(`${code}: ${call}`), { code });

/** The calls of a handle that go through `before` first. */
function watched(handle: FileHandle, before: Fault): FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        // What the system says of a close, the handle has gone.
        if (name === 'close') await target.close();
        before(String(name));
        return name === 'close' ? undefined : Reflect.apply(value, target, args);
      };
    },
  });
}

function throughFault(before: Fault): Disk {
  return new Proxy(DISK, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        before(String(name));
        const result: unknown = await Reflect.apply(value, target, args);
        return name === 'open' ? watched(result as FileHandle, before) : result;
      };
    },
  });
}

/** This machine's disk, of which call number `at` (from 0) fails with `code`; `calls` lists what was called. */
export function faultyDisk(at: number, code: string): { readonly disk: Disk; readonly calls: readonly string[] } {
  const calls: string[] = [];
  const disk = throughFault((call) => {
    calls.push(call);
    if (calls.length - 1 === at) throw errorOf(code, call);
  });
  return { disk, calls };
}

/** A disk that writes something else than it was given, and says nothing. */
export function lyingDisk(spoil: (bytes: Uint8Array) => Uint8Array): Disk {
  return new Proxy(DISK, {
    get(target, name) {
      if (name !== 'open') return Reflect.get(target, name);
      return async (...args: Parameters<Disk['open']>): Promise<FileHandle> =>
        new Proxy(await target.open(...args), {
          get(handle, method) {
            if (method === 'writeFile') return (bytes: Uint8Array) => handle.writeFile(spoil(bytes));
            const value: unknown = Reflect.get(handle, method);
            return typeof value === 'function' ? value.bind(handle) : value;
          },
        });
    },
  });
}
