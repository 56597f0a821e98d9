import { describe, expect, it } from 'vitest';
import type { Catalog, CompiledControl, FlowEntry } from '../../../shared/catalog/catalog.ts';
import { type Pair, resolveFlowFact } from '../../../shared/catalog/factNames.ts';
import { factsOf } from '../../../shared/catalog/predicate.ts';
import type { Requirement } from '../../../shared/catalog/schema.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { diagramOf, type Ends, merged, type Situation, situations } from '../../support/situations.ts';
import pairs from './pairs.json' with { type: 'json' };

const TODAY = '2026-11-22';
const catalog: Catalog = await shippedCatalog();

const vocabulary = {
  services: new Map([...catalog.services].map(([id, { properties }]) => [id, properties])),
  boundaries: new Map([...catalog.boundaries].map(([id, { properties }]) => [id, properties])),
};

/** What these ask matters with a key of your own, a rotated secret or nodes that people log in to: answers of an end. */
const WAITING = [
  'ebs > ec2',
  'ec2 > ebs',
  'emr > ebs',
  'operator > emr',
  's3 > s3-glacier',
  'secrets-manager > aurora',
  'secrets-manager > jdbc-database',
  'secrets-manager > rds',
  'secrets-manager > redshift',
];

type PairEntry = (typeof catalog.pairs)[number];
const nameOf = ({ from, to }: PairEntry): string => `${from} > ${to}`;
const endsOf = ({ from, to, entry }: PairEntry): Ends => ({
  source: from,
  target: to,
  initiator: entry.rule.initiator,
});

/** A fact that the flow itself does not answer: one of its ends, or what it crosses. */
const isForeign = (fact: string): boolean => fact.includes('.') || fact === 'crosses' || fact === 'shares';

/** What came of each control on the flow, in the order of the controls. */
function assessed(situation: Situation, pair: PairEntry): readonly Assessment[] | null {
  const diagram = diagramOf(situation, endsOf(pair), catalog);
  return diagram && (validate(diagram, catalog, TODAY).elements.get('flow')?.assessments ?? []);
}

/** The requirements that the rule itself names, with their controls ready to run. Topics of every flow come after them. */
const needsOf = (entry: FlowEntry): readonly { readonly need: Requirement; readonly compiled: CompiledControl }[] =>
  entry.rule.requires.flatMap((need, i) => {
    const compiled = entry.controls[i];
    return compiled ? [{ need, compiled }] : [];
  });

/** False for an example whose end is another service than that of the pair. */
const isPossible = (example: Situation, pair: PairEntry): boolean => diagramOf(example, endsOf(pair), catalog) !== null;

const ofFlow = (example: Situation): Situation =>
  Object.fromEntries(Object.entries(example).filter(([fact]) => !isForeign(fact)));

/** The questions of a flow answered as the first `satisfied` example of each control does. */
const satisfiedAnswers = (entry: FlowEntry, except: readonly string[] = []): Situation =>
  Object.fromEntries(
    needsOf(entry)
      .flatMap(({ compiled }) => Object.entries(ofFlow(compiled.control.examples.satisfied[0] ?? {})))
      .filter(([fact]) => !except.includes(fact)),
  );

function otherValues({ from, to, entry }: PairEntry) {
  const pair: Pair = { from, to, initiator: entry.rule.initiator };
  return (fact: string, not: readonly (string | boolean)[]): readonly (string | boolean)[] => {
    const property = resolveFlowFact(fact, pair, entry.properties, vocabulary);
    if (property === null || property === 'graph') return [];
    const all =
      property.type === 'choice'
        ? property.options.map(({ value }) => value)
        : property.type === 'boolean'
          ? [true, false]
          : [];
    return all.filter((value) => !not.includes(value));
  };
}

describe('the pairs of services', () => {
  const known = new Map(catalog.pairs.map((pair) => [nameOf(pair), pair]));

  it('have a rule for each pair that the founding notes, public rules and AWS pages name', () => {
    expect(pairs.filter((pair) => !known.has(pair))).toEqual([]);
  });

  it('name no control twice', () => {
    const twice = catalog.pairs.filter(({ entry }) => {
      const controls = entry.controls.map(({ control }) => control.id);
      return new Set(controls).size < controls.length;
    });
    expect(twice.map(nameOf)).toEqual([]);
  });

  it('say something about a flow as soon as it is drawn, but for those that wait for an answer at an end', () => {
    const silent = catalog.pairs.filter(
      (pair) => !assessed({}, pair)?.some(({ outcome }) => outcome !== 'notApplicable'),
    );
    expect(silent.map(nameOf).toSorted()).toEqual(WAITING);
  });

  it('leave no finding on the flow once its questions are answered well, unless one of its ends causes it', () => {
    const left = catalog.pairs.flatMap((pair) =>
      (assessed(satisfiedAnswers(pair.entry), pair) ?? [])
        .filter(({ outcome }) => outcome === 'gap' || outcome === 'unknown')
        .filter(({ because }) => !because.some(({ fact }) => isForeign(fact)))
        .map(({ compiled }) => `${nameOf(pair)}: ${compiled.control.id}`),
    );
    expect(left).toEqual([]);
  });

  it('ask nothing of a flow that depends on what an end has not answered yet', () => {
    // The end asks it itself: one question, one finding.
    const twice = catalog.pairs.flatMap((pair) => {
      const values = otherValues(pair);
      const read = pair.entry.rule.requires.flatMap(({ when }) => (when ? factsOf(when) : []));
      const answered = [...new Set(read)]
        .filter(isForeign)
        .flatMap((fact) => values(fact, []).map((value) => ({ [fact]: value })));
      return [{}, ...answered].flatMap((situation) =>
        (assessed(situation, pair) ?? [])
          .filter(({ outcome, because }) => outcome === 'unknown' && because.every(({ fact }) => isForeign(fact)))
          .map(
            ({ compiled, because }) =>
              `${nameOf(pair)}: ${compiled.control.id} for ${because[0]?.fact} when ${JSON.stringify(situation)}`,
          ),
      );
    });
    expect(twice).toEqual([]);
  });

  it.each(['gap', 'satisfied'] as const)(
    'come out as each example of a control says, where the requirement holds: %s',
    (outcome) => {
      const mute: string[] = [];
      for (const pair of catalog.pairs) {
        const { entry } = pair;
        needsOf(entry).forEach(({ need, compiled: { control } }, at) => {
          const base = satisfiedAnswers(entry, factsOf(control.satisfiedWhen));
          const holding = need.when ? situations(need.when, true, otherValues(pair)) : [{}];
          for (const example of control.examples[outcome] as readonly Situation[]) {
            if (!isPossible(example, pair)) continue;
            const found = holding.some((when) => {
              const asked = merged(when, example);
              return asked !== null && assessed({ ...base, ...asked }, pair)?.[at]?.outcome === outcome;
            });
            if (!found) mute.push(`${nameOf(pair)}: ${control.id} ${JSON.stringify(example)}`);
          }
        });
      }
      expect(mute).toEqual([]);
    },
  );
});
