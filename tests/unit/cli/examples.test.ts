import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../cli/commands.ts';
import { codeBlocks } from '../../support/docs.ts';
import { canScratch, scratchRepository } from '../../support/scratchRepository.ts';

const PAGES = ['README.md', 'docs/command-line.md', 'docs/ci.md', 'packaging/cli/README.md'];

/** Lines that call Parapet, as people would type them where it is installed. */
const linesOf = (page: string): readonly string[] =>
  codeBlocks(page, 'sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/^npm run --silent parapet -- /, 'parapet '))
    .filter((line) => /^(npx )?parapet /.test(line) && !line.includes('<command>'));

/** Each once, with the place that shows it first. */
const ALL = [
  ...COMMANDS.flatMap(({ examples }) => examples.map((line) => ['--help', `parapet ${line}`] as const)),
  ...PAGES.flatMap((page) => linesOf(page).map((line) => [page, line.replace(/^npx /, '')] as const)),
];
const EXAMPLES = ALL.filter(([, line], i) => ALL.findIndex(([, other]) => other === line) === i);

describe.skipIf(!canScratch)('an example', () => {
  const repository = canScratch ? scratchRepository() : null;
  afterAll(() => repository?.remove());

  it('is there for every command, and on every page', () => {
    for (const { usage, examples } of COMMANDS) {
      const name = usage.split(' ')[0];
      for (const line of examples) expect(line.split(' ')[0]).toBe(name);
      expect(examples.length).toBeGreaterThan(0);
    }
    for (const page of PAGES) expect(linesOf(page)).not.toEqual([]);
  });

  it.each(EXAMPLES)(
    'of %s works: %s',
    (_, line) => {
      const { run, at, restore } = repository ?? scratchRepository();
      restore();
      // `new` makes what the others take.
      const setting = line.includes('parapet new ') ? 'git rm -rq --cached . && git clean -fdxq; ' : '';
      const { status, stderr } = run(`${setting}${line}`, { GITHUB_BASE_REF: 'main' });
      expect({ line, status, stderr }).toMatchObject({ status: expect.toSatisfy((code) => code === 0 || code === 1) });
      expect(stderr).not.toMatch(/error:|could not|cannot|There is no/);
      const output = /--output (\S+)/.exec(line)?.[1];
      if (output !== undefined) expect(existsSync(at(output))).toBe(true);
      run('git reset -q');
    },
    60_000,
  );
});
