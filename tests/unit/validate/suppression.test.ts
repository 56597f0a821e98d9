import { describe, expect, it } from 'vitest';
import type { Suppression } from '../../../shared/diagram/schema.ts';
import { factsHash } from '../../../shared/validate/decisionFacts.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { oneStore, smallCatalog } from '../../support/smallCatalog.ts';

const catalog = smallCatalog();
const GAP = { encryption: 'none', public: false };

const decision = (more: Partial<Suppression> = {}): Suppression => ({
  control: 'store.encrypt',
  element: 'r',
  kind: 'riskAccepted',
  justification: 'Only public data.',
  owner: 'team',
  decidedOn: '2026-01-01',
  expiresOn: '2026-11-21',
  facts: null,
  ...more,
});

function judged(answers: Record<string, string | boolean>, suppression: Suppression, today: string) {
  const report = validate(oneStore(answers, [suppression]), catalog, today);
  const found = report.elements.get('r')?.assessments.find((each) => each.compiled.control.id === suppression.control);
  if (!found) throw new Error('not assessed');
  return found;
}

const hashOf = (answers: Record<string, string | boolean>) =>
  factsHash(judged(answers, decision({ control: 'store.encrypt' }), '2026-06-01').because);

describe('a decision to accept a gap', () => {
  it('holds through its last day and no longer', () => {
    expect(judged(GAP, decision(), '2026-11-21')).toMatchObject({ outcome: 'suppressed', reopened: null });
    expect(judged(GAP, decision(), '2026-11-22')).toMatchObject({ outcome: 'gap', reopened: 'expired' });
  });

  it('without an end holds for good', () => {
    expect(judged(GAP, decision({ expiresOn: null }), '2099-01-01').outcome).toBe('suppressed');
  });

  it('comes back when the facts it was decided on have changed', () => {
    const facts = hashOf(GAP);
    expect(judged(GAP, decision({ facts }), '2026-06-01').outcome).toBe('suppressed');
    expect(judged({ createdOn: '2020-01-01' }, decision({ facts }), '2026-06-01')).toMatchObject({
      outcome: 'suppressed',
      reopened: null,
    });
    const other = decision({ facts: hashOf({ encryption: 'kms' }) });
    expect(judged(GAP, other, '2026-06-01')).toMatchObject({ outcome: 'gap', reopened: 'factsChanged' });
  });

  it('is not needed once the gap is closed, and stays recorded', () => {
    const closed = judged({ encryption: 'kms', public: false }, decision(), '2026-06-01');
    expect(closed.outcome).toBe('satisfied');
    expect(closed.suppression).not.toBeNull();
  });

  it('covers an open question as well', () => {
    expect(judged({}, decision({ control: 'store.private' }), '2026-06-01').outcome).toBe('suppressed');
  });

  it('on another control or element changes nothing', () => {
    const report = validate(oneStore(GAP, [decision({ element: 'elsewhere' })]), catalog, '2026-06-01');
    expect(report.tally).toMatchObject({ gap: 1, suppressed: 0 });
  });
});
