import { afterEach, expect, it, vi } from 'vitest';

/** The module as a window that has just been opened loads it, on a storage that holds these texts. */
async function openWindow(
  kept: Map<string, string>,
  setItem = (key: string, text: string) => void kept.set(key, text),
) {
  vi.resetModules();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem });
  return import('../../../renderer/state/remembered.ts');
}

afterEach(() => vi.unstubAllGlobals());

it('what one window remembers, the next one knows', async () => {
  const kept = new Map<string, string>();
  const first = await openWindow(kept);
  expect(first.remembered().favourites).toEqual([]);
  first.remember('favourites', ['service:s3']);
  expect(first.remembered().favourites).toEqual(['service:s3']);
  expect((await openWindow(kept)).remembered().favourites).toEqual(['service:s3']);
});

it.each(['', '{', '{"__proto__":1}', '[1]', 'null', '"x"', `[${'"x",'.repeat(501)}"x"]`])(
  'something unreadable in the storage (%.20s) counts as nothing',
  async (text) => {
    const { remembered } = await openWindow(new Map([['parapet.favourites', text]]));
    expect(remembered().favourites).toEqual([]);
  },
);

it('a storage that refuses is no error', async () => {
  const { remember, remembered } = await openWindow(new Map(), () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  remember('favourites', ['service:s3']);
  expect(remembered().favourites).toEqual(['service:s3']);
});

it('a page without a storage remembers for the session', async () => {
  vi.resetModules();
  vi.stubGlobal('localStorage', undefined);
  const { remember, remembered } = await import('../../../renderer/state/remembered.ts');
  remember('favourites', ['service:s3']);
  expect(remembered().favourites).toEqual(['service:s3']);
});
