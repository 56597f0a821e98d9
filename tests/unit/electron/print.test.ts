import type { WebContents } from 'electron';
import { expect, it, vi } from 'vitest';
import { printWindow } from '../../../electron/main/printWindow.ts';

type Print = Parameters<WebContents['print']>;

it.each([
  [true, '', { state: 'printed' }],
  [false, 'Print job canceled', { state: 'cancelled' }],
  [false, 'Invalid printer settings', { state: 'failed', detail: 'Invalid printer settings' }],
])(
  'asks with the system’s dialog; after %s and “%s” the page hears what came of it',
  async (printed, reason, heard) => {
    const print = vi.fn((...[, told]: Print) => told?.(printed, reason));
    expect(await printWindow({ print })).toEqual(heard);
    expect(print.mock.calls[0]?.[0]).toMatchObject({ silent: false });
  },
);
