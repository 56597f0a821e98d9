import type { ElementReport, Report } from '../../shared/validate/report.ts';

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const plainElement = ({ element, assessments, findings, tally, known }: ElementReport) => ({
  element,
  tally,
  known,
  findings: findings.map(({ key }) => key),
  assessments: assessments.map(({ compiled: _compiled, ...rest }) => rest),
});

/** All that a report says, as plain data that two reports can be compared by; the order of elements is not part of it. */
export const plain = (report: Report) => ({
  tally: report.tally,
  findings: report.findings.map(({ key, outcome }) => `${outcome} ${key}`),
  elements: [...report.elements].sort(byId).map(([id, element]) => [id, plainElement(element)] as const),
});

/** A report as one text: quick to compare where thousands are. */
export const fingerprint = (report: Report): string => JSON.stringify(plain(report));
