import type { WebContents } from 'electron';
import type { PrintResult } from '../../shared/ipc/contract.ts';

/** Prints what the page has put on its sheet for that, with the system's dialog; never without it. */
export const printWindow = (contents: Pick<WebContents, 'print'>): Promise<PrintResult> =>
  new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (printed, reason) => {
      if (printed) resolve({ state: 'printed' });
      else if (/cancel/i.test(reason)) resolve({ state: 'cancelled' });
      else resolve({ state: 'failed', detail: reason });
    });
  });
