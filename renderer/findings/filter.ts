import { create } from 'zustand';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Reference } from '../../shared/catalog/schema.ts';
import { type Category, SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { dataOf } from '../../shared/classify/classify.ts';
import { type ClassSet, DATA_CLASS_IDS, type DataClass, orStronger } from '../../shared/dataClasses.ts';
import { boundariesOf } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { pairKeyOf, serviceKeyOf } from '../../shared/validate/gapsBy.ts';
import type { Assessment, Outcome, Report } from '../../shared/validate/report.ts';
import { NOWHERE, placesIn, type Standard, standardsOf } from '../../shared/validate/standards.ts';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import { listedOf, rowOf } from './rows.ts';

/** What the panel shows one of, or all of. */
export type ShownOutcome = Extract<Outcome, 'gap' | 'unknown' | 'suppressed'> | 'all';

/** Where elements stand: in one boundary, with all that is inside it, or (null) in none. */
export interface Within {
  readonly boundary: string | null;
}

export interface Filter {
  readonly outcome: ShownOutcome;
  readonly search: string;
  /** None chosen: all of them. */
  readonly severities: readonly Severity[];
  readonly category: Category | null;
  /** What elements are, as `serviceKeyOf` or `pairKeyOf` tells. */
  readonly service: string | null;
  readonly within: Within | null;
  /** Elements that data of this class, or of a stronger one, reach. */
  readonly data: DataClass | null;
  readonly onlySelection: boolean;
  /** Ids of the standards that the panel shows requirement by requirement. */
  readonly standards: readonly string[];
  /** The one requirement whose findings are shown. */
  readonly requirement: Reference | null;
  /** The findings that the standards ask for, in their order, in place of their requirements. */
  readonly asFindings: boolean;
}

const OPEN: Omit<Filter, 'outcome' | 'standards'> = {
  search: '',
  severities: [],
  category: null,
  service: null,
  within: null,
  data: null,
  onlySelection: false,
  requirement: null,
  asFindings: false,
};

const FIRST: Filter = { outcome: 'gap', standards: [], ...OPEN };

/** How the findings are filtered. Outlives the panel, so that closing and opening it changes nothing. */
export const useFilter = create<Filter>()(() => FIRST);

// What one document was searched for would hide findings of the next one.
useStore.subscribe((now, before) => {
  if (now.documentId !== before.documentId) useFilter.setState(FIRST);
});

export const setFilter = (change: Partial<Filter>): void => useFilter.setState(change);

/** Shows all of the chosen outcome again. */
export const clearFilter = (): void => useFilter.setState(OPEN);

/** Shows all findings of one requirement that came out so. */
export const showRequirement = (requirement: Reference, outcome: ShownOutcome): void =>
  useFilter.setState({ ...OPEN, requirement, outcome });

/** Shows the gaps that one thing narrows, and those alone. */
export const showGaps = (narrowed: Partial<Filter>): void => useFilter.setState({ ...FIRST, ...narrowed });

/** True while requirements of standards stand in place of the findings. */
export const listsRequirements = ({ standards, requirement, asFindings }: Filter): boolean =>
  standards.length > 0 && requirement === null && !asFindings;

/** Shows requirements of these standards; of none, findings. */
export const chooseStandards = (standards: readonly string[]): void =>
  useFilter.setState({ standards, requirement: null, asFindings: false });

export function toggleSeverity(severity: Severity): void {
  useFilter.setState(({ severities }) => ({
    severities: severities.includes(severity)
      ? severities.filter((each) => each !== severity)
      : [...severities, severity],
  }));
}

/** True when something other than the outcome narrows the list. */
export const isNarrowed = (filter: Filter): boolean =>
  filter.search.trim() !== '' ||
  filter.severities.length > 0 ||
  filter.category !== null ||
  filter.service !== null ||
  filter.within !== null ||
  filter.data !== null ||
  filter.onlySelection ||
  filter.requirement !== null ||
  filter.asFindings;

const ofOutcome = (rows: readonly Assessment[], outcome: ShownOutcome): readonly Assessment[] =>
  outcome === 'all' ? rows : rows.filter((row) => row.outcome === outcome);

const isSame = (a: Reference, b: Reference): boolean => a.framework === b.framework && a.requirement === b.requirement;

const ofRequirement = (rows: readonly Assessment[], wanted: Reference): readonly Assessment[] =>
  rows.filter(({ compiled }) => compiled.control.references.some((reference) => isSame(reference, wanted)));

/** The standards with these ids, in the order of the catalog. */
export const chosenStandards = (known: Catalog, ids: readonly string[]): readonly Standard[] =>
  ids.length === 0 ? [] : standardsOf(known).filter(({ id }) => ids.includes(id));

function inOrderOf(rows: readonly Assessment[], standards: readonly Standard[]): readonly Assessment[] {
  const placeOf = placesIn(standards);
  return rows
    .map((row) => ({ row, place: Math.min(...row.compiled.control.references.map(placeOf)) }))
    .filter(({ place }) => place < NOWHERE)
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** The rows that one requirement asks for; or standards, in their order, the worst of a requirement first; else all. */
function ofStandards(
  rows: readonly Assessment[],
  filter: Pick<Filter, 'standards' | 'requirement' | 'asFindings'>,
): readonly Assessment[] {
  if (filter.requirement) return ofRequirement(rows, filter.requirement);
  return filter.asFindings ? inOrderOf(rows, chosenStandards(catalog, filter.standards)) : rows;
}

/** What of the document a filter looks at, besides the rows. */
export interface Scope {
  readonly diagram: Diagram;
  readonly selection: readonly string[];
}

function standsWithin(diagram: Diagram, element: string, { boundary }: Within): boolean {
  const around = boundariesOf(diagram, element);
  return boundary === null ? around.length === 0 : around.some(({ id }) => id === boundary);
}

/** Reads the data that reach elements of a diagram: of each once, as most have several rows. */
function dataReader(diagram: Diagram): (id: string) => ClassSet {
  const known = new Map<string, ClassSet>();
  return (id) => {
    const data = known.get(id) ?? dataOf({ diagram, catalog }, id);
    known.set(id, data);
    return data;
  };
}

/** The rows of the shown standard and outcome that pass the rest of a filter, in the same order. Every word of the search has to be found. */
export function filterRows(
  rows: readonly Assessment[],
  filter: Filter,
  { diagram, selection }: Scope,
): readonly Assessment[] {
  if (!isNarrowed(filter)) return rows;
  const { severities, category, service, within } = filter;
  const wanted = filter.data && orStronger(filter.data);
  const dataAt = dataReader(diagram);
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const selected = filter.onlySelection ? new Set(selection) : null;
  return rows.filter(
    (row) =>
      (selected === null || selected.has(row.element.id)) &&
      (severities.length === 0 || severities.includes(row.severity)) &&
      (category === null || category === row.compiled.control.category) &&
      (service === null || service === serviceKeyOf(row.element) || service === pairKeyOf(row.element)) &&
      (within === null || standsWithin(diagram, row.element.id, within)) &&
      (wanted === null || (dataAt(row.element.id) & wanted) !== 0) &&
      words.every((word) => rowOf(row).haystack.includes(word)),
  );
}

export type OutcomeCounts = Readonly<Record<ShownOutcome, number>>;

/** How many rows there are of each outcome that can be shown. */
function countByOutcome(rows: readonly Assessment[]): OutcomeCounts {
  const counts = { gap: 0, unknown: 0, suppressed: 0, satisfied: 0, notApplicable: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return { gap: counts.gap, unknown: counts.unknown, suppressed: counts.suppressed, all: rows.length };
}

/** How many rows there are of each severity. */
function countBySeverity(rows: readonly Assessment[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of rows) counts[severity]++;
  return counts;
}

/** What there is of the shown standard and outcome, before the rest of a filter. */
export interface Candidates {
  readonly rows: readonly Assessment[];
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** How many there are of each outcome, the chosen one or not. */
  readonly byOutcome: OutcomeCounts;
}

/** What a filter chooses from. What the report has counted already, all gaps of the diagram, is not counted with each edit. */
export function candidatesOf(
  report: Report,
  filter: Pick<Filter, 'outcome' | 'standards' | 'requirement' | 'asFindings'>,
): Candidates {
  const listed = listedOf(report);
  const all = ofStandards(listed, filter);
  if (all === listed && filter.outcome === 'gap') {
    const { gap, unknown, suppressed, bySeverity } = report.tally;
    return {
      rows: report.findings.slice(0, gap),
      bySeverity,
      byOutcome: { gap, unknown, suppressed, all: all.length },
    };
  }
  const rows = ofOutcome(all, filter.outcome);
  return { rows, bySeverity: countBySeverity(rows), byOutcome: countByOutcome(all) };
}

/** How many rows are about elements that data of each class, or of a stronger one, reach. */
export function countByData(rows: readonly Assessment[], diagram: Diagram): Readonly<Record<DataClass, number>> {
  const dataAt = dataReader(diagram);
  const reached = rows.map(({ element }) => dataAt(element.id));
  const count = (wanted: ClassSet) => reached.filter((data) => (data & wanted) !== 0).length;
  return Object.fromEntries(DATA_CLASS_IDS.map((each) => [each, count(orStronger(each))])) as Record<DataClass, number>;
}
