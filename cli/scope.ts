import type { Scope } from '../shared/export/svg/options.ts';
import { placeName } from '../shared/validate/placeName.ts';
import type { ElementRef, Report } from '../shared/validate/report.ts';
import { safe } from './paint.ts';
import type { Rendered } from './render.ts';

const MOST_CANDIDATES = 20;

const WHOLE: Scope = { kind: 'all' };

/** Formats whose picture can show a part of a diagram; the others tell of all of it. */
const SHOWS_A_PART: readonly Rendered[] = ['svg', 'png', 'pdf'];

const ORDER: Readonly<Record<ElementRef['kind'], number>> = { boundary: 0, resource: 1, flow: 2 };

/** A scope, or what to say of the words that lead to none. */
export type FoundScope = { readonly ok: true; readonly scope: Scope } | { readonly ok: false; readonly why: string };

/** The elements that a word stands for: the one with this id, else those with this name, else in whatever case. */
function elementsNamed(elements: readonly ElementRef[], word: string): readonly ElementRef[] {
  const folded = (text: string) => text.trim().toLowerCase();
  const tests: readonly ((element: ElementRef) => boolean)[] = [
    ({ id }) => id === word,
    (element) => [element.name, placeName(element)].includes(word),
    (element) => [element.name, placeName(element)].some((name) => folded(name) === folded(word)),
  ];
  for (const test of tests) {
    const found = elements.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** The parts of a word with commas, where no element is called that as a whole. */
function wordsOf(elements: readonly ElementRef[], word: string): readonly string[] {
  if (elementsNamed(elements, word).length > 0) return [word];
  return word.split(',').map((part) => part.trim());
}

function candidateLines(elements: readonly ElementRef[]): string {
  const sorted = [...elements].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  const lines = sorted
    .slice(0, MOST_CANDIDATES)
    .map((each) => `  ${each.kind} ${safe(placeName(each))} (${safe(each.service)}), id ${safe(each.id)}\n`);
  const rest = sorted.length - lines.length;
  return lines.join('') + (rest > 0 ? `  … and ${rest} more\n` : '');
}

/** Those whose name has the word in it, or all. */
function near(elements: readonly ElementRef[], word: string): readonly ElementRef[] {
  const like = elements.filter((each) => placeName(each).toLowerCase().includes(word.toLowerCase()));
  return word !== '' && like.length > 0 ? like : elements;
}

function whyNot(elements: readonly ElementRef[], word: string): string | null {
  const { length } = elementsNamed(elements, word);
  if (length === 1) return null;
  if (length > 1) {
    const same = candidateLines(elementsNamed(elements, word));
    return `${length} elements are called "${safe(word)}". Name one by its id:\n${same}`;
  }
  const known = elements.length === 0 ? 'There are none.\n' : `There are:\n${candidateLines(near(elements, word))}`;
  return `No element has the name or the id "${safe(word)}". ${known}`;
}

/**
 * The part of a diagram that words of `--scope` stand for: `all`, one boundary with what is in it, or elements with what
 * they contain and connect, by id or name.
 */
export function findScope({ elements: reports }: Report, given: readonly string[]): FoundScope {
  if (given.length === 0 || (given.length === 1 && given[0] === 'all')) return { ok: true, scope: WHOLE };
  const elements = [...reports.values()].map(({ element }) => element);
  const words = given.flatMap((word) => wordsOf(elements, word));
  for (const word of words) {
    const why = whyNot(elements, word);
    if (why !== null) return { ok: false, why };
  }
  const found = words.flatMap((word) => elementsNamed(elements, word));
  const [only, ...others] = found;
  if (only?.kind === 'boundary' && others.length === 0) return { ok: true, scope: { kind: 'boundary', id: only.id } };
  return { ok: true, scope: { kind: 'elements', ids: found.map(({ id }) => id) } };
}

/** Why a part cannot be written in these formats; null where it can. A report of all must not pass for one of a part. */
export function scopeRefusal(formats: readonly Rendered[], given: readonly string[]): string | null {
  const whole = formats.filter((format) => !SHOWS_A_PART.includes(format));
  if (given.length === 0 || given[0] === 'all' || whole.length === 0) return null;
  return `--scope is for ${SHOWS_A_PART.join(', ')}; ${whole.join(', ')} would tell of the whole diagram.`;
}
