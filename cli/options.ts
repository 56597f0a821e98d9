import { InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../shared/catalog/terms.ts';
import { MOST_ACROSS, ORIENTATIONS, PAPERS } from '../shared/export/pdf/options.ts';
import { SCALES } from '../shared/export/png/picture.ts';
import { ANNOTATIONS } from '../shared/export/svg/options.ts';
import { THEMES } from '../shared/export/svg/style.ts';

/** The `index`-th (from 1) of `of` equal parts. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

function parseShard(text: string): Shard {
  const [index = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > of) throw new InvalidArgumentError('Use i/n with i from 1 to n, such as 2/8.');
  return { index, of };
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 256) return jobs;
  throw new InvalidArgumentError('Use a number from 1 to 256.');
}

/** `--format a,b --format c` → a, b, c; each once. Nothing where it is not given: `formatNamed` knows. */
export function formats(choices: readonly string[], otherwise: string): Option {
  const given: string[] = [];
  const parse = (text: string): readonly string[] => {
    const words = text.split(',').map((word) => word.trim());
    const wrong = words.find((word) => !choices.includes(word));
    if (wrong !== undefined) throw new InvalidArgumentError(`Choose from ${choices.join(', ')}.`);
    given.push(...words.filter((word) => !given.includes(word)));
    return given;
  };
  const about = `one or several of ${choices.join(', ')}; if not given, what the --output file ends in, else ${otherwise}`;
  return new Option('--format <formats>', about).argParser(parse);
}

/** The one format of the output; the first of the choices if not given. */
export const format = (choices: readonly string[]): Option =>
  new Option('--format <format>', 'of the output').choices(choices).default(choices[0]);

/** The one format of a file; `formatNamed` knows which where it is not given. */
export const fileFormat = (choices: readonly string[]): Option =>
  new Option('--format <format>', 'of the output; if not given, what the --output file ends in, else text').choices(
    choices,
  );

export const failOn = (what = 'a gap or a broken rule'): Option =>
  new Option('--fail-on <severity>', `exit with 1 when there is ${what} of this severity or a worse one`)
    .choices(SEVERITIES)
    .default('low');

export const ownCatalog = (): Option =>
  new Option('--catalog <folder>', 'own catalog that adds to the one that ships or changes it');

const standard = (): Option =>
  new Option('--standard <id>', 'show the requirements of a standard, too; "parapet catalog --standards" lists them');

export const shard = (): Option =>
  new Option('--shard <i/n>', 'only the i-th of n equal parts; "parapet merge-reports" joins their JSON').argParser(
    parseShard,
  );

export const jobs = (): Option =>
  new Option('--jobs <n>', 'files reviewed at a time; all cores for many files if not given').argParser(parseJobs);

/** An option without anything to parse. */
export const option = (flags: string, description: string): Option => new Option(flags, description);

export const force = (): Option => option('--force', 'replace files that exist');

/** The address that a folder will have, with `/` at its end. */
function parseFolderUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('Use the address of a folder, such as https://example.com/pictures.');
  }
  return url.href.replace(/\/*$/, '/');
}

export const pictureUrl = (): Option =>
  new Option(
    '--picture-url <url>',
    'where the output folder will be on a server: Markdown takes its pictures from there',
  ).argParser(parseFolderUrl);

export const theme = (): Option =>
  new Option('--theme <theme>', 'colours of pictures').choices(THEMES).default('light');

const annotations = (): Option =>
  new Option('--annotations <which>', 'what pictures say of security').choices(ANNOTATIONS).default('all');

const scale = (): Option =>
  new Option('--scale <n>', `size of PNG: ${SCALES.join(', ')}`).default(2).argParser((text) => {
    const found = SCALES.find((each) => String(each) === text);
    if (found === undefined) throw new InvalidArgumentError(`Choose from ${SCALES.join(', ')}.`);
    return found;
  });

const paper = (): Option => new Option('--paper <size>', 'of PDF').choices(Object.keys(PAPERS)).default('a4');

const orientation = (): Option =>
  new Option('--orientation <which>', 'of the picture in a PDF; auto: as the picture lies')
    .choices(ORIENTATIONS)
    .default('auto');

const tiles = (): Option =>
  new Option(
    '--tiles <n>',
    'the picture in a PDF over sheets to glue: so many side by side, or "full" for 100 %',
  ).argParser((text) => {
    const across = Number(text);
    if (text === 'full' || (Number.isInteger(across) && across >= 1 && across <= MOST_ACROSS)) {
      return text === 'full' ? text : across;
    }
    throw new InvalidArgumentError(`Use a number from 1 to ${MOST_ACROSS}, or full.`);
  });

export const scope = (): Option =>
  new Option(
    '--scope <element>',
    'of pictures: "all", one boundary, or elements (repeat it, or use commas); ids or names',
  )
    .default([], 'all')
    .argParser((text, given: readonly string[] = []) => [...given, text]);

/** What `check` and `export` share: how documents are made, and whether they replace others. */
export const documentOptions = (): readonly Option[] => [
  force(),
  standard(),
  ownCatalog(),
  theme(),
  annotations(),
  scale(),
  paper(),
  orientation(),
  tiles(),
];
