import type { Catalog } from '../../catalog/catalog.ts';
import type { Control } from '../../catalog/schema.ts';
import { CATEGORIES, type Severity } from '../../catalog/terms.ts';
import type { ElementRef } from '../../validate/report.ts';
import { markdownLink, markdownText } from '../markdownText.ts';
import { places } from '../reviewPoint.ts';
import { servesText } from '../text.ts';
import type { Level, SarifRule } from './model.ts';

/** Levels of results by severity. */
export const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Scores that GitHub reads as critical (over 9.0), high, medium, low, and none. */
export const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.0',
};

/** A text of a control without the names of an element. */
function general(text: string, kind: ElementRef['kind']): string {
  const words: Readonly<Record<string, string>> = {
    name: kind === 'boundary' ? 'this boundary' : 'this resource',
    source: 'the source',
    target: 'the target',
    principal: 'the calling role',
    actions: 'the actions it needs',
  };
  const filled = text.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

interface Paragraph {
  readonly heading: string;
  readonly text: string;
  readonly markdown?: string;
}

const listOf = (heading: string, items: readonly string[]): readonly Paragraph[] =>
  items.length === 0 ? [] : [{ heading, text: items.join('; ') }];

/** Requirements that the control serves, with the short names of their frameworks. */
const served = (catalog: Catalog, { references }: Control) =>
  references.map(({ framework, requirement }) => {
    return { framework: catalog.frameworks.get(framework)?.shortName ?? framework, requirement };
  });

function paragraphs(catalog: Catalog, control: Control, kind: ElementRef['kind']): readonly Paragraph[] {
  const { sources, disagreement, where } = control;
  return [
    { heading: 'Why', text: general(control.why, kind) },
    { heading: 'What to do', text: general(control.remediation, kind) },
    ...listOf(
      'Where',
      places(where).map(({ tool, place }) => `${tool}: ${place}`),
    ),
    ...listOf(
      'Serves',
      [servesText(served(catalog, control))].filter((text) => text !== ''),
    ),
    ...listOf('Where rule sets disagree', disagreement === undefined ? [] : [disagreement]),
    {
      heading: 'Sources',
      text: sources.pages.map(({ title, url }) => `${title}: ${url}`).join('; '),
      markdown: sources.pages.map(({ title, url }) => markdownLink(title, url)).join(', '),
    },
  ];
}

/** A control as a rule that explains itself. */
export function toRule(catalog: Catalog, control: Control, kind: ElementRef['kind']): SarifRule {
  const help = paragraphs(catalog, control, kind);
  return {
    id: control.id,
    shortDescription: { text: general(control.title, kind) },
    fullDescription: { text: general(control.gap, kind) },
    helpUri: control.sources.pages[0]?.url,
    help: {
      text: help.map(({ heading, text }) => `${heading}: ${text}`).join('\n'),
      markdown: help
        .map(({ heading, text, markdown }) => `**${heading}**: ${markdown ?? markdownText(text)}`)
        .join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[control.severity] },
    properties: {
      tags: ['security', CATEGORIES[control.category]],
      'security-severity': SCORES[control.severity],
      severity: control.severity,
      references: served(catalog, control).map(({ framework, requirement }) => `${framework} ${requirement}`),
    },
  };
}
