import type { Catalog } from '../shared/catalog/catalog.ts';
import type { Severity } from '../shared/catalog/terms.ts';
import { type Checked, toJsonReport, type Unchecked } from '../shared/export/json.ts';
import { isAtLeast } from '../shared/validate/report.ts';
import { type Standard, standardsOf } from '../shared/validate/standards.ts';
import { validate } from '../shared/validate/validate.ts';
import { checkText } from './checkText.ts';
import { plain } from './findService.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { painter, safe } from './paint.ts';
import { readCatalog, readDiagram } from './read.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
  readonly standard?: string;
  readonly catalog?: string;
}

const findStandard = (catalog: Catalog, wanted: string): Standard | undefined =>
  standardsOf(catalog).find(({ id, shortName }) => [id, shortName].some((name) => plain(name) === plain(wanted)));

const fails = ({ report }: Checked, threshold: Severity): boolean =>
  report.findings.some(({ outcome, compiled }) => outcome === 'gap' && isAtLeast(compiled.control.severity, threshold));

/** `check FILE…`: reports on every file that can be read. A file that cannot be read outweighs findings. */
export async function check(io: Io, files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const standard = options.standard === undefined ? null : findStandard(catalog, options.standard);
  if (standard === undefined) {
    const known = standardsOf(catalog).map(({ id }) => id);
    io.stderr(`There is no standard "${safe(options.standard ?? '')}". Known are ${known.join(', ')}.\n`);
    return EXIT.usage;
  }
  const checked: Checked[] = [];
  const all: (Checked | Unchecked)[] = [];
  for (const file of files) {
    const read = await readDiagram(io, file);
    if (read.ok) {
      const { diagram } = read;
      const each = { file, diagram, report: validate(diagram, catalog, io.today) };
      checked.push(each);
      all.push(each);
    } else all.push({ file, problem: read.problem });
  }
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify(toJsonReport(all, catalog, io.today, standard), null, 2)}\n`);
  } else {
    const paint = painter(io.colours);
    io.stdout(checked.map((each) => checkText(each, { catalog, standard, paint })).join('\n'));
  }
  if (checked.length < files.length) return EXIT.unreadable;
  return checked.some((each) => fails(each, options.failOn)) ? EXIT.findings : EXIT.clean;
}
