import { contentHash } from '../../catalog/contentHash.ts';
import { SEVERITIES, type Severity } from '../../catalog/terms.ts';
import { elementsOn, type Path } from '../../exposure/findPaths.ts';
import { type JudgedRule, judgeRules, pathKey } from '../../exposure/rules.ts';
import { pathText, ruleText } from '../../exposure/words.ts';
import type { ExportInput } from '../input.ts';
import { elementWords } from '../reviewPoint.ts';
import type { SarifLocation, SarifResult, SarifRule } from './model.ts';
import { type Ground, locationOf, messageText } from './result.ts';
import { LEVELS, SCORES } from './rule.ts';

const HELP =
  'The diagram has a rule that there must be no such path. Close what is weak on the path, take a flow of it out, or change the rule.';

const toPathRule = (severity: Severity): SarifRule => ({
  id: `exposure.${severity}`,
  shortDescription: { text: 'A path that a rule of the diagram forbids' },
  fullDescription: { text: 'There is a path to a resource that a rule of the diagram says must not be reached so.' },
  help: { text: HELP },
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { tags: ['security', 'Exposure paths'], 'security-severity': SCORES[severity], severity, references: [] },
});

/** The rules that results on paths are of: one for each severity, as viewers take it from the rule. */
export const PATH_RULES: ReadonlyMap<string, SarifRule> = new Map(
  SEVERITIES.map(toPathRule).map((rule) => [rule.id, rule]),
);

const locationsOf = (input: ExportInput, ground: Ground, path: Path): readonly SarifLocation[] =>
  elementsOn(path).flatMap((id) => {
    const element = input.report.elements.get(id)?.element;
    return element ? [locationOf(ground, elementWords(input.catalog, element))] : [];
  });

/** What results on paths are told with. */
interface PathTelling {
  readonly input: ExportInput;
  readonly ground: Ground;
  /** Keys that a baseline has; null without one. */
  readonly known: ReadonlySet<string> | null;
}

function toPathResult({ input, ground, known }: PathTelling, judged: JudgedRule, path: Path): SarifResult {
  const key = pathKey(judged, path);
  const { id, severity } = judged.rule;
  const locations = locationsOf(input, ground, path);
  return {
    ruleId: `exposure.${severity}`,
    kind: 'fail',
    level: LEVELS[severity],
    message: { text: messageText(`${ruleText(input, judged.rule)}: ${pathText(input, path)}.`) },
    locations: locations.slice(-1),
    codeFlows: [{ threadFlows: [{ locations: locations.map((location) => ({ location })) }] }],
    partialFingerprints: { 'parapetFinding/v1': key, primaryLocationLineHash: `${contentHash(key)}:1` },
    ...(known === null ? {} : { baselineState: known.has(key) ? 'unchanged' : 'new' }),
    suppressions: [],
    properties: { severity, rule: id },
  };
}

/** The paths that rules of the diagram forbid, as results on what is reached. */
export const pathResults = (telling: PathTelling): readonly SarifResult[] =>
  judgeRules(telling.input).flatMap((judged) => judged.paths.map((path) => toPathResult(telling, judged, path)));
