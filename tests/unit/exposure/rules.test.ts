import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { excerpt } from '../../../shared/diagram/edit/excerpt.ts';
import { putInside } from '../../../shared/diagram/edit/move.ts';
import { reconnect } from '../../../shared/diagram/edit/reconnect.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { putRule, removeRule } from '../../../shared/diagram/edit/rule.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram, ExposureRule, Question } from '../../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../../shared/exposure/commonQuestions.ts';
import { createRuleJudge, judgeRules, pathKey } from '../../../shared/exposure/rules.ts';
import { pathText, ruleText } from '../../../shared/exposure/words.ts';
import { createValidator, validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';
import { SHOP } from '../../support/shop.ts';

const TODAY = '2026-11-22';
const catalog = await shippedCatalog();
const judge = (diagram: Diagram) => ({ diagram, catalog, report: validate(diagram, catalog, TODAY) });

const rule = (id: string, question: Question, name = ''): ExposureRule => ({ id, name, question, severity: 'high' });
const WEB: Question = { from: { kind: 'internet' }, to: { kind: 'data', atLeast: 'sensitive' }, through: 'noTls' };
const REPORT: Question = {
  from: { kind: 'resource', id: 'report' },
  to: { kind: 'resource', id: 'table' },
  through: 'anything',
};
const RULED = putRule(putRule(SHOP, rule('web', WEB)), rule('report', REPORT, 'Reports see no orders'));

const told = (diagram: Diagram) => {
  const judged = judge(diagram);
  return judgeRules(judged).map((each) => ({
    rule: ruleText(judged, each.rule),
    standing: each.standing,
    paths: each.paths.map((path) => pathText(judged, path)),
  }));
};

describe('rules of a diagram', () => {
  it('are broken by exactly these paths', () => {
    expect(told(RULED)).toEqual([
      {
        rule: 'No path from the internet to stores of sensitive data, through something without TLS',
        standing: 'broken',
        paths: ['app → api → orders → table'],
      },
      { rule: 'Reports see no orders', standing: 'broken', paths: ['report → table'] },
    ]);
    const [web] = judgeRules(judge(RULED));
    expect(web?.paths.map((path) => web && pathKey(web, path))).toEqual(['rule.web@table']);
  });

  it('hold once nothing on a path is weak, and where nothing is asked about', () => {
    const answered = setAnswer(RULED, 'orders-table', 'tls', true);
    expect(told(answered).map(({ standing }) => standing)).toEqual(['holds', 'broken']);
    const [web] = judgeRules(judge(setBrings(RULED, ['table'], [])));
    expect(web).toMatchObject({ standing: 'holds', asked: 0 });
  });

  it('neither hold nor break, nor are they lost, when what they name is gone', () => {
    const without = remove(RULED, ['report']);
    expect(told(without)[1]).toEqual({ rule: 'Reports see no orders', standing: 'withoutSubject', paths: [] });
    expect(judgeRules(judge(without))[1]?.missing).toEqual(['report']);
    const typo = putRule(SHOP, rule('typo', { ...WEB, from: { kind: 'service', service: 'lambada' } }));
    expect(told(typo)[0]).toMatchObject({ standing: 'withoutSubject' });
    const read = parseDiagram(formatDiagram(without));
    expect(read.ok && read.diagram).toEqual(without);
  });

  it('are edited one by one, and stay behind when elements are copied', () => {
    expect(putRule(RULED, { ...rule('web', WEB), severity: 'low' }).rules?.map(({ severity }) => severity)).toEqual([
      'low',
      'high',
    ]);
    expect(removeRule(RULED, 'nothing')).toBe(RULED);
    expect(removeRule(removeRule(RULED, 'web'), 'report')).toEqual(SHOP);
    expect(excerpt(RULED, ['table', 'report'])).not.toHaveProperty('rules');
  });

  it('are in the file only when there are any; two of one id and a kind that there is not are refused', () => {
    expect(formatDiagram(SHOP)).not.toContain('"rules"');
    const text = formatDiagram(RULED);
    const read = parseDiagram(text);
    expect(read.ok && formatDiagram(read.diagram)).toBe(text);
    const where = (changed: string) => {
      const parsed = parseDiagram(changed);
      return parsed.ok ? [] : parsed.problems.map((each) => each.where);
    };
    expect(where(text.replace('"id": "web"', '"id": "report"'))).toContain('rules[1].id');
    expect(where(text.replace('"kind": "internet"', '"kind": "moon"'))).toEqual(['rules[0].question.from.kind']);
  });

  it('are judged with a memory as they are from scratch, after any edits', () => {
    const dense = catalogDiagrams(catalog, 10, ['s3', 'lambda', 'web-app', 'api-gateway', 'dynamodb']);
    const choices: Choices = {
      services: ['s3', 'lambda', 'web-app', 'unheard-of'],
      kinds: ['account', 'vpc'],
      controls: ['s3.encrypt-at-rest'],
      properties: ['tls', 'role', 'publicAccess', 'authorization'],
    };
    const questions: readonly Question[] = [
      ...COMMON_QUESTIONS,
      { ...WEB, from: { kind: 'service', service: 'unheard-of' } },
    ];
    fc.assert(
      fc.property(dense, fc.array(steps, { maxLength: 12 }), (start, list) => {
        const [check, ruleJudge, newId] = [createValidator(catalog), createRuleJudge(), idMaker()];
        let diagram: Diagram = setBrings(
          { ...start, rules: questions.map((question, i) => rule(`rule-${i}`, question)) },
          start.resources.slice(0, 4).map(({ id }) => id),
          ['health'],
        );
        for (const step of list) {
          diagram = applyStep(diagram, step, choices, newId);
          const judged = { diagram, catalog, report: check(diagram, TODAY) };
          expect(ruleJudge(judged)).toEqual(judgeRules(judge(diagram)));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each<[string, (diagram: Diagram) => Diagram, readonly string[]]>([
    ['a flow leads elsewhere', (diagram) => reconnect(diagram, 'table-report', 'to', 'api', () => true), []],
    ['a resource moves to the account', (diagram) => putInside(diagram, 'report', 'ours'), ['report']],
    ['a network moves to the account', (diagram) => putInside(diagram, 'net', 'ours'), ['report']],
  ])('are judged anew once %s', (_what, edit, broken) => {
    const other: Question = { from: { kind: 'otherAccount' }, to: REPORT.to, through: 'anything' };
    const [theirs] = SHOP.boundaries;
    if (!theirs) throw new Error('no account');
    const net = { ...theirs, id: 'net', kind: 'vpc', inside: 'theirs' };
    const networked = putInside({ ...SHOP, boundaries: [...SHOP.boundaries, net] }, 'report', 'net');
    const start = putRule(putRule(setBrings(networked, ['table'], []), rule('report', REPORT)), rule('other', other));
    const [check, ruleJudge] = [createValidator(catalog), createRuleJudge()];
    const brokenIn = (diagram: Diagram) =>
      ruleJudge({ diagram, catalog, report: check(diagram, TODAY) })
        .filter(({ standing }) => standing === 'broken')
        .map((each) => each.rule.id);
    expect(brokenIn(start)).toEqual(['report', 'other']);
    expect(brokenIn(edit(start))).toEqual(broken);
  });

  it('are the same list after an edit that no path depends on', () => {
    const [check, ruleJudge] = [createValidator(catalog), createRuleJudge()];
    const judged = (diagram: Diagram) => ruleJudge({ diagram, catalog, report: check(diagram, TODAY) });
    const first = judged(RULED);
    expect(judged(setAnswer(RULED, 'table', 'pointInTimeRecovery', 'disabled'))).toBe(first);
    expect(judged(setAnswer(RULED, 'orders-table', 'tls', true))).not.toBe(first);
  });
});
