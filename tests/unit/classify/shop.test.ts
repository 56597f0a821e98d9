import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../shared/classify/classify.ts';
import { reaching } from '../../../shared/classify/propagate.ts';
import { wayOf, wayText } from '../../../shared/classify/wayOf.ts';
import { classesOf, type DataClass } from '../../../shared/dataClasses.ts';
import { toHtml } from '../../../shared/export/html/toHtml.ts';
import { toMarkdown } from '../../../shared/export/markdown.ts';
import { reviewData } from '../../../shared/export/reviewData.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOf } from '../../support/exports.ts';
import { shippedIcons } from '../../support/shipped.ts';

const text = readFileSync(path.join(import.meta.dirname, 'shop.parapet'), 'utf8');
const input = inputOf(text, await shippedCatalog());

const BOUGHT = 'shop → checkout → orders';
const CARD = 'shop (payment) → checkout → orders (internal)';
const LAKE = 'delivery → lake';
const MASKED = `shop (personal) → checkout → orders → ${LAKE} → cleanse → curated (confidential)`;

/** What reaches each resource, weakest first, and by which way: worked out by hand from the drawing. */
const EXPECTED: Readonly<Record<string, Partial<Record<DataClass, string>>>> = {
  // Two classes enter here; the answer of the call comes back tokenised.
  shop: { internal: 'shop (payment) → checkout → shop (internal)', personal: 'enters here', payment: 'enters here' },
  // Tokenises payment data on the way out; a store that it writes and reads gives it back what it kept there.
  checkout: {
    internal: 'shop (payment) → checkout → baskets (internal) → checkout',
    personal: 'shop → checkout',
    payment: 'shop → checkout',
  },
  baskets: { internal: 'shop (payment) → checkout → baskets (internal)', personal: 'shop → checkout → baskets' },
  // In a cycle with `enrich`; of two ways of internal data that are equally short it is always the same.
  orders: { internal: CARD, personal: BOUGHT },
  enrich: { internal: `${CARD} → enrich`, personal: `${BOUGHT} → enrich` },
  delivery: { internal: `${CARD} → delivery`, personal: `${BOUGHT} → delivery` },
  // The flow carries internal data only.
  siem: { internal: `${CARD} → delivery → siem` },
  lake: { internal: `${CARD} → ${LAKE}`, personal: `${BOUGHT} → ${LAKE}` },
  // Holds no data.
  key: {},
  // Masks personal data on the way out.
  cleanse: { internal: `${CARD} → ${LAKE} → cleanse`, personal: `${BOUGHT} → ${LAKE} → cleanse` },
  curated: { internal: `${CARD} → ${LAKE} → cleanse → curated`, confidential: MASKED },
  // Who queries is drawn towards the data, which come back.
  analysts: { internal: `${CARD} → ${LAKE} → cleanse → curated → analysts`, confidential: `${MASKED} → analysts` },
  board: {
    internal: `${CARD} → ${LAKE} → cleanse → curated → analysts → board`,
    confidential: `${MASKED} → analysts → board`,
  },
  // Aggregates what is confidential to what is public; the bucket that it writes may be read by it, too.
  publish: {
    public: `${MASKED} → publish → open-data (public) → publish`,
    internal: `${CARD} → ${LAKE} → cleanse → curated → publish`,
    confidential: `${MASKED} → publish`,
  },
  'open-data': {
    public: `${MASKED} → publish → open-data (public)`,
    internal: `${CARD} → ${LAKE} → cleanse → curated → publish → open-data`,
  },
  sensors: { internal: 'enters here' },
  hub: { internal: 'sensors → hub' },
  idle: {},
};

describe('a shop with a store, a cycle, and resources that tokenise, mask and aggregate', () => {
  it('has exactly these classes at each resource, each by this way', () => {
    const found = input.diagram.resources.map(({ id }) => {
      const classes = classesOf(reaching(classify(input), id));
      return [id, Object.fromEntries(classes.map((each) => [each, wayText(wayOf(input, id, each), (stop) => stop)]))];
    });
    expect(Object.fromEntries(found)).toEqual(EXPECTED);
  });

  it('is told so in reports, resources with the strongest data first', () => {
    const rows = reviewData(input);
    expect(rows.map(({ element }) => element.name).filter((name, i, names) => name !== names[i - 1])).toEqual([
      ...['baskets', 'checkout', 'cleanse', 'delivery', 'enrich', 'lake', 'orders', 'shop'],
      ...['analysts', 'board', 'curated', 'publish'],
      ...['hub', 'open-data', 'sensors', 'siem'],
    ]);
    for (const { element, class: name, way } of rows) {
      expect(EXPECTED[element.id]).toMatchObject({ [name.toLowerCase()]: way });
    }
    expect(toMarkdown(input)).toContain(`| siem | Internal | ${CARD} → delivery → siem |`);
    expect(toHtml(input, shippedIcons())).toContain(`<td>siem</td><td>Internal</td><td>${CARD} → delivery → siem</td>`);
    expect(rows).toHaveLength(Object.values(EXPECTED).flatMap((each) => Object.keys(each)).length);
  });
});
