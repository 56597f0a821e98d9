import { describe, expect, it } from 'vitest';
import { addResource } from '../../../shared/diagram/edit/add.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { gapNews } from '../../../shared/validate/gapNews.ts';
import { createValidator } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const validate = createValidator(await shippedCatalog());
const news = (before: Diagram, after: Diagram) =>
  gapNews(validate(before, '2026-01-01'), validate(after, '2026-01-01'));

const place = { service: 's3', inside: null, position: { x: 0, y: 0 } };
const one = addResource(emptyDiagram('News'), { ...place, id: 'a', name: 'raw' });

describe('news of gaps', () => {
  it('says how many are new and names the worst', () => {
    expect(news(emptyDiagram('News'), one)).toMatch(/^\d+ gaps? new: .+ on raw/);
  });

  it('says how many closed', () => {
    expect(news(one, remove(one, ['a']))).toMatch(/^\d+ gaps? closed$/);
  });

  it('says nothing when none came or went', () => {
    expect(news(one, one)).toBeNull();
  });

  it('says both in one sentence when an edit closes some and opens others', () => {
    const two = addResource(remove(one, ['a']), { ...place, id: 'b', name: 'curated' });
    expect(news(one, two)).toMatch(/^\d+ gaps? closed, \d+ new: .+ on curated/);
  });

  it('tells of an answer that closes a gap', () => {
    expect(news(one, setAnswer(one, 'a', 'versioning', 'enabled'))).toMatch(/^\d+ gaps? closed/);
  });
});
