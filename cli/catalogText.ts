import type { Catalog, ServiceEntry } from '../shared/catalog/catalog.ts';
import type { Coverage } from '../shared/catalog/coverage.ts';
import type { Control, HelpNote, Property, Where } from '../shared/catalog/schema.ts';
import { settingPlaces } from '../shared/catalog/settingPlaces.ts';
import { snippetsOf } from '../shared/catalog/snippets.ts';
import { CATEGORIES, SERVICE_GROUPS, type ServiceGroup } from '../shared/catalog/terms.ts';
import { inert, type Paint, safe } from './paint.ts';

const asText = (value: string | boolean | readonly string[]): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'string'
      ? safe(value)
      : safe(value.join(', ')) || 'none';

/** All services by group, with the number of controls of each. */
export function servicesText(catalog: Catalog, paint: Paint): string {
  const groups = Object.entries(SERVICE_GROUPS) as readonly (readonly [ServiceGroup, string])[];
  const lines = groups.flatMap(([group, label]) => {
    const own = [...catalog.services.values()].filter(({ service }) => service.group === group);
    const rows = own.map(({ service, controls }) => {
      const retired = service.retired ? '  retired' : '';
      return `  ${service.id.padEnd(28)}${safe(service.name).padEnd(48)}${controls.length} controls${retired}`;
    });
    return own.length === 0 ? [] : [paint('bold', label), ...rows, ''];
  });
  return lines.join('\n');
}

function propertyLines(property: Property, paint: Paint): readonly string[] {
  const answers =
    property.type === 'choice' ? property.options.map(({ value }) => safe(value)).join(' | ') : property.type;
  const byDefault = property.awsDefault;
  const since = byDefault?.since ? ` since ${byDefault.since}` : '';
  return [
    `  ${paint('bold', property.id)}  ${safe(property.label)}`,
    `      ${answers}${byDefault ? `; AWS default${since}: ${asText(byDefault.value)}` : ''}`,
  ];
}

/** Where a setting is made, one line for each tool. */
export const whereLines = (where: Where | undefined): readonly string[] =>
  settingPlaces(where).map(({ tool, names }) => `${tool}: ${safe(names.join(', '))}`);

/** What sets a fix, tool by tool, to copy. */
export const snippetLines = (fix: Control['fix']): readonly string[] =>
  snippetsOf(fix).flatMap(({ tool, text }) => ['', tool, ...inert(text).replace(/^/gm, '  ').split('\n')]);

function controlLines({ controls }: ServiceEntry, paint: Paint): readonly string[] {
  return controls.flatMap(({ control }) => [
    `  ${paint('bold', control.id)}  ${safe(control.title)}  [${control.severity}, ${CATEGORIES[control.category]}]`,
    `      → ${safe(control.remediation)}`,
    ...whereLines(control.where).map((line) => `        ${line}`),
    ...control.references.map(({ framework, requirement }) => `      ${framework} ${safe(requirement)}`),
    ...control.sources.pages.map(({ title, url }) => paint('dim', `      ${safe(title)}: ${safe(url)}`)),
    ...(control.sources.facts.length > 0 ? [paint('dim', `      ${control.sources.facts.join(', ')}`)] : []),
  ]);
}

function helpLines(help: readonly HelpNote[], paint: Paint): readonly string[] {
  return help.flatMap(({ title, now, then, pages }) => [
    `  ${paint('bold', safe(title))}`,
    `      ${safe(now)}`,
    ...(then ? [`      Then: ${safe(then)}`] : []),
    ...pages.map((page) => paint('dim', `      ${safe(page.title)}: ${safe(page.url)}`)),
  ]);
}

/** All that the catalog says of one service. */
export function serviceText(entry: ServiceEntry, paint: Paint): string {
  const { service } = entry;
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  const former = service.formerNames.map(({ name, until }) => `  ${safe(name)} (until ${safe(until)})`);
  const lines = [
    `${paint('bold', safe(service.name))}  ${service.id}`,
    safe(service.summary),
    ...(service.retired ? [`Retired since ${safe(service.retired.since)}. ${safe(service.retired.instead)}`] : []),
    ...section('FORMER NAMES', former),
    ...section(
      'PROPERTIES',
      entry.properties.flatMap((property) => propertyLines(property, paint)),
    ),
    ...section('CONTROLS', controlLines(entry, paint)),
    ...section('GOOD TO KNOW', helpLines(entry.help, paint)),
  ];
  return `${lines.join('\n')}\n`;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);

/** What the catalog holds, service by service. */
export function coverageText({ rows, total }: { rows: readonly Coverage[]; total: Coverage }, paint: Paint): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(10))).join('');
  const row = ({ id, controls, pairs, facts, rules, sourced }: Coverage) =>
    line([id, `${controls}`, `${pairs}`, `${facts}`, `${rules}`, percent(sourced, controls)]);
  const head = line(['', 'controls', 'pairs', 'facts', 'rules', 'sourced']);
  return `${[paint('bold', head), ...rows.map(row), paint('bold', row(total))].join('\n')}\n`;
}

/** The standards that `check --standard` takes. */
export function standardsText(
  standards: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly requirements: number;
  }[],
  paint: Paint,
): string {
  const lines = standards.map(
    ({ id, name, version, requirements }) =>
      `${paint('bold', id.padEnd(18))}${safe(name)} ${safe(version)}, ${requirements} requirements`,
  );
  return `${lines.join('\n')}\n`;
}
