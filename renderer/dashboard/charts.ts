import { CATEGORIES, SEVERITIES } from '../../shared/catalog/terms.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { SEVERITY_STYLES } from '../../shared/export/svg/style.ts';
import {
  type Groups,
  gapsBy,
  gapsByBoundary,
  mostFirst,
  nestedBoundaries,
  pairKeyOf,
  serviceKeyOf,
} from '../../shared/validate/gapsBy.ts';
import { NO_TALLY, type Report, type Tally } from '../../shared/validate/report.ts';
import type { Filter } from '../findings/filter.ts';
import { nameOfService, nameOfWithin } from '../findings/scope.ts';

/** Gaps that have something in common, and the filter that shows them. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly tally: Tally;
  /** How many boundaries it stands in. */
  readonly depth: number;
  readonly filter: Partial<Filter>;
}

export interface Chart {
  readonly title: string;
  /** What one has to know to read it. */
  readonly note: string | null;
  readonly bars: readonly Bar[];
}

const tallyOf = <Key>(groups: Groups<Key>, key: Key): Tally => groups.get(key) ?? NO_TALLY;

function bySeverity(report: Report): Chart {
  const groups = gapsBy(report, ({ severity }) => [severity]);
  const bars = SEVERITIES.filter((each) => groups.has(each)).map((severity) => ({
    key: severity,
    label: SEVERITY_STYLES[severity].label,
    tally: tallyOf(groups, severity),
    depth: 0,
    filter: { severities: [severity] },
  }));
  return { title: 'By severity', note: null, bars };
}

function byCategory(report: Report): Chart {
  const groups = gapsBy(report, ({ compiled }) => [compiled.control.category]);
  const bars = mostFirst(groups).map((category) => ({
    key: category,
    label: CATEGORIES[category],
    tally: tallyOf(groups, category),
    depth: 0,
    filter: { category },
  }));
  return { title: 'By category', note: null, bars };
}

function byService(report: Report): Chart {
  const groups = gapsBy(report, ({ element }) => [serviceKeyOf(element)]);
  const bars = mostFirst(groups).map((service) => ({
    key: service,
    label: nameOfService(service),
    tally: tallyOf(groups, service),
    depth: 0,
    filter: { service },
  }));
  return { title: 'By service', note: null, bars };
}

function byPair(report: Report): Chart {
  const groups = gapsBy(report, ({ element }) => [pairKeyOf(element)].filter((pair) => pair !== null));
  const bars = mostFirst(groups).map((pair) => ({
    key: pair,
    label: nameOfService(pair),
    tally: tallyOf(groups, pair),
    depth: 0,
    filter: { service: pair },
  }));
  return { title: 'Flows, by what they connect', note: null, bars };
}

function byBoundary(diagram: Diagram, report: Report): Chart {
  const groups = gapsByBoundary(diagram, report);
  const outside = groups.has(null) ? [{ id: null, depth: 0 }] : [];
  const bars = [...nestedBoundaries(diagram, groups), ...outside].map(({ id, depth }) => ({
    key: id ?? '',
    label: nameOfWithin(diagram, { boundary: id }),
    tally: tallyOf(groups, id),
    depth,
    filter: { within: { boundary: id } },
  }));
  return { title: 'By boundary', note: 'Each counts what is inside it, and the flows that stay inside it.', bars };
}

/** The gaps of a diagram, counted in several ways: those that count nothing are left out. */
export const chartsOf = (diagram: Diagram, report: Report): readonly Chart[] =>
  [bySeverity(report), byCategory(report), byService(report), byPair(report), byBoundary(diagram, report)].filter(
    ({ bars }) => bars.length > 0,
  );
