import type { Catalog } from '../../shared/catalog/catalog.ts';
import { kindName } from '../../shared/catalog/words.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { type Content, contentsOf, flowsFrom, flowsTo } from '../../shared/diagram/reading.ts';
import type { Diagram, Flow } from '../../shared/diagram/schema.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import type { Finding, Report } from '../../shared/validate/report.ts';
import { nameOf } from '../state/names.ts';

/** One line of the outline, with what a screen reader says of its place. */
export interface OutlineRow {
  /** Names the row: an element may have several, a flow stands at both its ends. */
  readonly key: string;
  readonly kind: 'boundary' | 'resource' | 'text' | 'flowOut' | 'flowIn' | 'finding';
  /** The element that the row is about. */
  readonly element: string;
  readonly finding: Finding | null;
  readonly name: string;
  /** What it is, besides its name. */
  readonly what: string;
  /** 1 is outermost. */
  readonly level: number;
  readonly parent: string | null;
  /** Place among its siblings, from 1, and how many those are. */
  readonly place: number;
  readonly siblings: number;
  /** Null where there is nothing below it. */
  readonly open: boolean | null;
}

/** Keys of rows that are not as they begin: boundaries begin open, all else closed. */
export type Folds = ReadonlySet<string>;

type Draft = Pick<OutlineRow, 'key' | 'kind' | 'element' | 'finding' | 'name' | 'what'> & {
  /** What is below it, made when the row is open; null for nothing. */
  readonly below: (() => readonly Draft[]) | null;
};

export const flowKey = (resource: string, flow: string): string => `${resource} flow ${flow}`;

function findingDrafts(owner: string, report: Report, element: string): readonly Draft[] {
  const findings = report.elements.get(element)?.findings ?? [];
  return findings.map((finding) => ({
    key: `${owner} finding ${finding.key}`,
    kind: 'finding',
    element,
    finding,
    name: textsOf(finding).title,
    what: finding.outcome === 'gap' ? finding.severity : 'open question',
    below: null,
  }));
}

interface Source {
  readonly diagram: Diagram;
  readonly report: Report;
  readonly catalog: Catalog;
}

function drafts(source: Source, container: string | null): readonly Draft[] {
  const { diagram, report, catalog } = source;
  const hasFindings = (id: string): boolean => (report.elements.get(id)?.findings.length ?? 0) > 0;

  const flowDraft = (flow: Flow, kind: 'flowOut' | 'flowIn'): Draft => {
    const [here, there] = kind === 'flowOut' ? [flow.from, flow.to] : [flow.to, flow.from];
    const key = flowKey(here, flow.id);
    return {
      key,
      kind,
      element: flow.id,
      finding: null,
      name: nameOf(diagram, there),
      what: oneLine(flow.label),
      below: hasFindings(flow.id) ? () => findingDrafts(key, report, flow.id) : null,
    };
  };

  const draftOf = ({ kind, item }: Content): Draft => {
    const base = { key: item.id, kind, element: item.id, finding: null };
    if (kind === 'text') return { ...base, name: oneLine(item.text) || 'Empty text', what: item.style, below: null };
    const name = nameOf(diagram, item.id);
    if (kind === 'boundary') {
      const below = () => [...drafts(source, item.id), ...findingDrafts(item.id, report, item.id)];
      const empty = contentsOf(diagram, item.id).length === 0 && !hasFindings(item.id);
      const what = kindName(catalog, item.kind);
      return { ...base, name, what: what === name ? '' : what, below: empty ? null : below };
    }
    const out = flowsFrom(diagram, item.id);
    const into = flowsTo(diagram, item.id);
    const below = () => [
      ...out.map((flow) => flowDraft(flow, 'flowOut')),
      ...into.map((flow) => flowDraft(flow, 'flowIn')),
      ...findingDrafts(item.id, report, item.id),
    ];
    const what = kindName(catalog, item.service);
    const empty = out.length + into.length === 0 && !hasFindings(item.id);
    return { ...base, name, what: what === name ? '' : what, below: empty ? null : below };
  };

  return contentsOf(diagram, container).map(draftOf);
}

/** True when what is below a row shows. */
const isOpen = ({ key, kind }: Pick<Draft, 'key' | 'kind'>, folds: Folds): boolean =>
  (kind === 'boundary') !== folds.has(key);

/** The rows that show: boundaries with what is in them, resources with their flows, and below those what is open. */
export function outlineRows(source: Source, folds: Folds): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const put = (list: readonly Draft[], level: number, parent: string | null): void => {
    list.forEach(({ below, ...draft }, index) => {
      const open = below === null ? null : isOpen(draft, folds);
      rows.push({ ...draft, level, parent, place: index + 1, siblings: list.length, open });
      if (below !== null && open) put(below(), level + 1, draft.key);
    });
  };
  put(drafts(source, null), 1, null);
  return rows;
}
