import { ask } from '../state/questions.ts';
import type { AskOutside } from './webHost.ts';

/** Asks whether an address may be opened, and names its host; no answer is remembered. */
export const askOutside: AskOutside = async ({ host, href }) => {
  const answer = await ask({
    title: `Open ${host}?`,
    message: ['It opens in a new tab.', href],
    choices: [
      { answer: 'open', label: 'Open' },
      { answer: 'cancel', label: 'Cancel', look: 'plain' },
    ],
    dismissed: 'cancel',
  });
  return answer === 'open';
};
