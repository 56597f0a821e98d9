import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { putRule } from '../../../shared/diagram/edit/rule.ts';
import type { Diagram, Question } from '../../../shared/diagram/schema.ts';
import { ruleNews } from '../../../shared/exposure/ruleNews.ts';
import { judgeRules } from '../../../shared/exposure/rules.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { SHOP } from '../../support/shop.ts';

const catalog = await shippedCatalog();
const rulesOf = (diagram: Diagram) =>
  judgeRules({ diagram, catalog, report: validate(diagram, catalog, '2026-11-22') });
const news = (before: Diagram, after: Diagram) =>
  ruleNews({ diagram: after, catalog }, rulesOf(before), rulesOf(after));

const WEB: Question = { from: { kind: 'internet' }, to: { kind: 'resource', id: 'table' }, through: 'noTls' };
const ruled = putRule(SHOP, { id: 'web', name: 'No clear text', question: WEB, severity: 'high' });
const twice = putRule(ruled, { id: 'again', name: 'Nowhere', question: WEB, severity: 'low' });
const mended = (diagram: Diagram) => setAnswer(diagram, 'orders-table', 'tls', true);

describe('news of rules', () => {
  it('say which broke, holds again, or lost its subject, and how many more', () => {
    expect(news(mended(ruled), ruled)).toBe('Rule broken: No clear text');
    expect(news(ruled, mended(ruled))).toBe('Rule holds again: No clear text');
    expect(news(twice, mended(twice))).toBe('Rule holds again: No clear text, and 1 more');
    expect(news(ruled, remove(ruled, ['table']))).toBe('Rule without a subject: No clear text');
  });

  it('are none while all stands as it did, or a rule is new or taken back', () => {
    expect(news(ruled, setAnswer(ruled, 'table', 'pointInTimeRecovery', 'disabled'))).toBeNull();
    expect(news(SHOP, ruled)).toBeNull();
    expect(news(twice, ruled)).toBeNull();
  });
});
