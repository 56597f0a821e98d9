import { misfit } from '../../../shared/catalog/misfit.ts';
import type { Property } from '../../../shared/catalog/schema.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Why these words cannot be an answer, or a part of one, and what is expected; null when they can. */
export function wordsProblem(words: string): string | null {
  if (HIDDEN.test(words)) {
    return 'Holds a character that nobody sees, perhaps from what it was copied from. Type it without.';
  }
  if (words.length > LIMITS.answer) {
    return `Has ${words.length.toLocaleString('en')} characters; at most ${LIMITS.answer.toLocaleString('en')} can be kept.`;
  }
  return null;
}

/** Why a typed text cannot be the answer to this property, and what is expected; null when it can, or is empty. */
export function textProblem(property: Property, text: string): string | null {
  const words = text.trim();
  if (words === '') return null;
  const wrong = misfit(property, words);
  return wordsProblem(words) ?? (wrong === null ? null : `This ${wrong}.`);
}

interface Words {
  readonly fitting: readonly string[];
  /** The first of the new ones that cannot be in the list, and why. */
  readonly refused: { readonly word: string; readonly problem: string } | null;
}

/** Sorts out which words a list may have; those of `before` stay as they are. */
export function fittingWords(before: readonly string[], next: readonly string[]): Words {
  const kept = new Set(before);
  const isWrong = (word: string) => !kept.has(word) && wordsProblem(word) !== null;
  const word = next.find(isWrong);
  const problem = word === undefined ? null : wordsProblem(word);
  return {
    fitting: next.filter((each) => !isWrong(each)),
    refused: word === undefined || problem === null ? null : { word, problem },
  };
}
