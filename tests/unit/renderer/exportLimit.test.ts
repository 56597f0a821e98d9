import { expect, it, vi } from 'vitest';
import { exportDocument } from '../../../renderer/files/exportActions.ts';
import { answer, useQuestions } from '../../../renderer/state/questions.ts';
import { MAX_EXPORT_BYTES } from '../../../shared/ipc/contract.ts';
import { fakeHost } from './fakeHost.ts';

vi.mock('../../../renderer/files/exportFormats.ts', () => ({
  EXPORTERS: { svg: () => new Uint8Array(MAX_EXPORT_BYTES + 1) },
}));

it('an export that no host would write is refused in words, before the host is asked', async () => {
  const { host, calls } = fakeHost({});
  const done = exportDocument(host, { format: 'svg', standard: null } as Parameters<typeof exportDocument>[1]);
  await vi.waitFor(() => expect(useQuestions.getState().asked).toHaveLength(1));
  expect(useQuestions.getState().asked[0]?.question.message.join(' ')).toContain('more than 500 MiB');
  answer('close');
  expect(await done).toBe(false);
  expect(calls).toEqual([]);
});
