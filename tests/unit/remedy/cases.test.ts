import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import type { DataClass } from '../../../shared/dataClasses.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { reconnect } from '../../../shared/diagram/edit/reconnect.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { AnswerOf, Diagram } from '../../../shared/diagram/schema.ts';
import { decisionStanding, decisionSubject, isOvertaken } from '../../../shared/export/reviewDecisions.ts';
import { triedRemedies } from '../../../shared/remedy/effect.ts';
import { elementsOfFact } from '../../../shared/remedy/factElements.ts';
import { effectOfChanges, planOf } from '../../../shared/remedy/plan.ts';
import { aroundOf } from '../../../shared/remedy/remedies.ts';
import { changedFacts } from '../../../shared/validate/decided.ts';
import { groundsOf } from '../../../shared/validate/decisionFacts.ts';
import { reasons } from '../../../shared/validate/describe.ts';
import type { Assessment, Finding } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';

/*
 * Cases with expected results: each file of cases/ is a small diagram with what the app has to say about it, written by
 * hand from the catalog. `because`: facts with their origin, and the elements that each is read from; `ways`: what closes
 * a finding, with all gaps that close and open; `plan`: the changes, in order, with the gaps that each closes, and what
 * they come to together; `decisions`: what becomes of a decision made on a day, by later days and edits.
 */

type Edit =
  | { readonly answer: readonly [element: string, property: string, value: AnswerOf] }
  | { readonly reconnect: readonly [flow: string, onto: string] }
  | { readonly delete: string }
  | { readonly brings: readonly [resource: string, ...classes: DataClass[]] }
  | { readonly retire: string };

interface Case {
  readonly about: string;
  readonly diagram: object;
  /** By finding: [label, value, origin, elements]. */
  readonly because?: Readonly<Record<string, readonly (readonly [string, string, string, readonly string[]])[]>>;
  readonly ways?: Readonly<
    Record<
      string,
      readonly { readonly way: string; readonly closes: readonly string[]; readonly opens: readonly string[] }[]
    >
  >;
  readonly plan?: {
    readonly changes: readonly {
      readonly change: string;
      readonly safe: boolean;
      readonly closes: readonly string[];
    }[];
    readonly together: { readonly closes: number; readonly opens: readonly string[] };
    readonly left: readonly string[];
  };
  readonly decisions?: readonly {
    readonly finding: string;
    readonly on: string;
    readonly until: string | null;
    readonly then: readonly {
      readonly on: string;
      readonly edits?: readonly Edit[];
      readonly standing: string;
      /** What it says beside: what changed, or what is gone. */
      readonly says?: readonly string[];
    }[];
  }[];
}

const FOLDER = path.resolve(import.meta.dirname, 'cases');
const CASES = readdirSync(FOLDER).map(
  (file): Case => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Case,
);
const catalog = await shippedCatalog();
const TODAY = '2026-11-22';

function read(text: object): Diagram {
  const parsed = parseDiagram(JSON.stringify({ format: 'parapet', version: 1, ...text }));
  if (!parsed.ok) throw new Error(`${parsed.message} ${JSON.stringify(parsed.problems)}`);
  return parsed.diagram;
}

const situationOf = (diagram: Diagram, known: Catalog = catalog, today = TODAY) => ({
  diagram,
  catalog: known,
  today,
  report: validate(diagram, known, today),
});

function assessed(diagram: Diagram, key: string): Assessment {
  const all = [...situationOf(diagram).report.elements.values()].flatMap(({ assessments }) => assessments);
  const found = all.find((each) => each.key === key);
  if (!found) throw new Error(`${key} is not assessed; there are ${all.map((each) => each.key).join(', ')}`);
  return found;
}

/** Keys of gaps; what was drawn has ids of its own making, so elements are named instead. */
const keysOf = (gaps: readonly Finding[]): readonly string[] =>
  gaps.map(({ compiled, element }) => `${compiled.control.id}@${element.name}`).sort();

function edited(diagram: Diagram, edit: Edit): Diagram {
  if ('answer' in edit) return setAnswer(diagram, ...edit.answer);
  if ('reconnect' in edit) return reconnect(diagram, edit.reconnect[0], 'to', edit.reconnect[1]);
  if ('delete' in edit) return remove(diagram, [edit.delete]);
  if ('brings' in edit) return setBrings(diagram, [edit.brings[0]], edit.brings.slice(1) as DataClass[]);
  return diagram;
}

/** The catalog without the controls that edits retire. */
function without(edits: readonly Edit[]): Catalog {
  const retired = edits.flatMap((edit) => ('retire' in edit ? [edit.retire] : []));
  const services = [...catalog.services].map(([id, entry]) => {
    const controls = entry.controls.filter(({ control }) => !retired.includes(control.id));
    return [id, { ...entry, controls }] as const;
  });
  return { ...catalog, services: new Map(services) };
}

describe.each(CASES)('$about', ({ diagram: text, because, ways, plan, decisions }) => {
  const diagram = read(text);

  it.each(Object.entries(because ?? {}))('%s: because', (key, expected) => {
    const assessment = assessed(diagram, key);
    const around = aroundOf(diagram, catalog);
    const found = reasons(catalog, assessment).map(({ fact, label, value, origin }) => [
      label,
      value,
      origin,
      elementsOfFact(around, assessment.element.id, fact),
    ]);
    expect(found).toEqual(expected);
  });

  it.each(Object.entries(ways ?? {}))('%s: ways', (key, expected) => {
    const found = triedRemedies(situationOf(diagram), assessed(diagram, key)).map(({ label, effect }) => ({
      way: label,
      closes: keysOf(effect.closed),
      opens: keysOf(effect.opened),
    }));
    expect(found).toEqual(expected);
  });

  it.runIf(plan)('has this plan', () => {
    const situation = situationOf(diagram);
    const found = planOf(situation);
    const together = effectOfChanges(situation, found.changes);
    expect({
      changes: found.changes.map(({ label, safe, gaps }) => ({ change: label, safe, closes: keysOf(gaps) })),
      together: { closes: together.closed.length, opens: keysOf(together.opened) },
      left: keysOf(found.left),
    }).toEqual(plan);
  });

  it.each(decisions ?? [])('$finding, decided on $on until $until', ({ finding, on, until, then }) => {
    const assessment = assessed(diagram, finding);
    const decision = {
      control: assessment.compiled.control.id,
      element: assessment.element.id,
      kind: 'riskAccepted' as const,
      justification: 'known',
      owner: 'Ana',
      decidedOn: on,
      expiresOn: until,
      ...groundsOf(assessment),
    };
    const found = then.map(({ on: day, edits = [] }) => {
      const known = without(edits);
      const later = edits.reduce(edited, { ...diagram, suppressions: [decision] });
      const { report } = situationOf(later, known, day);
      const there = report.elements.get(decision.element)?.assessments.find(({ key }) => key === finding);
      const [recorded] = later.suppressions;
      const changes =
        there && isOvertaken(there.reopened) ? changedFacts({ diagram: later, catalog: known }, there) : [];
      const { gone } = decisionSubject({ catalog: known, report }, decision);
      const says = [
        ...changes.map(({ label, before, after }) => `${label}: was ${before}, is ${after}`),
        ...(recorded && gone !== null ? [gone] : []),
      ];
      return {
        on: day,
        ...(edits.length > 0 && { edits }),
        standing: recorded ? decisionStanding(report, recorded) : 'deleted with its element',
        ...(says.length > 0 && { says }),
      };
    });
    expect(found).toEqual(then);
  });
});
