import { z } from 'zod';
import { JsonReport } from '../../shared/export/jsonReport.ts';
import { brokenLink } from '../../shared/export/mergeSarif.ts';
import { SarifLog } from '../../shared/export/sarif/model.ts';
import type { Io } from '../io.ts';
import { safe } from '../paint.ts';

/** What a shard wrote. */
export type ShardReport =
  | { readonly kind: 'json'; readonly report: JsonReport }
  | { readonly kind: 'sarif'; readonly log: SarifLog };

const NO_REPORT = 'It is no report of "parapet check --format json" or "--format sarif"';

/** What every SARIF log has; whose it is. */
const AnyLog = z.object({ runs: z.array(z.object({ tool: z.object({ driver: z.object({ name: z.string() }) }) })) });

interface Parsed {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
}

/** The first place where a report is not as Parapet writes it. */
function damage({ error }: Parsed): string {
  const { path = [], message = '' } = error?.issues[0] ?? {};
  const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return `It is damaged or of another version of Parapet: ${where.replace(/^\./, '')} ${message}`;
}

// What is checked is kept as it was read: a parsed copy would have its keys in another order.
const isReport = (data: unknown): data is JsonReport => JsonReport.safeParse(data).success;
const isLog = (data: unknown): data is SarifLog => SarifLog.safeParse(data).success;

/** A report, or why a text is none. */
function parseReport(text: string): ShardReport | string {
  if (text.trim() === '') return 'It is empty';
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null) return NO_REPORT;
  if ('format' in data && data.format === 'parapet-report') {
    return isReport(data) ? { kind: 'json', report: data } : damage(JsonReport.safeParse(data));
  }
  const log = AnyLog.safeParse(data);
  if (!log.success) return NO_REPORT;
  const other = log.data.runs.find(({ tool }) => tool.driver.name !== 'Parapet');
  if (other) return `It is a SARIF log of ${other.tool.driver.name}, not of Parapet`;
  if (!isLog(data)) return damage(SarifLog.safeParse(data));
  const broken = brokenLink(data);
  return broken === null ? { kind: 'sarif', log: data } : `It is damaged: ${broken}`;
}

/** A report that `check --format json` or `--format sarif` wrote; null, after a word on stderr, when it is none. */
export async function readReport(io: Io, file: string): Promise<ShardReport | null> {
  try {
    const parsed = parseReport(await io.readText(file));
    if (typeof parsed !== 'string') return parsed;
    io.stderr(`${file}: ${safe(parsed)}.\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = error instanceof SyntaxError ? 'It is no JSON, or cut off' : 'could not be read';
    io.stderr(`${file}: ${what}: ${safe(why)}.\n`);
  }
  return null;
}
