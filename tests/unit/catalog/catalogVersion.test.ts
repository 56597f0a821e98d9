import shippedParts from 'virtual:parapet-catalog';
import { describe, expect, it } from 'vitest';
import { catalogVersion } from '../../../shared/catalog/catalogVersion.ts';
import { link } from '../../../shared/catalog/link.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { smallCatalog } from '../../support/smallCatalog.ts';

const shipped = await shippedCatalog();

describe('the version of a catalog', () => {
  it('is the same for the files in data/ and for what was built from them', () => {
    expect(catalogVersion(link(shippedParts))).toEqual(catalogVersion(shipped));
  });

  it('is a hash of eight digits, and how much the catalog knows', () => {
    const version = catalogVersion(shipped);
    expect(version.hash).toMatch(/^[0-9a-f]{8}$/);
    expect(version.services).toBe(shipped.services.size);
    expect(version.controls).toBeGreaterThan(400);
  });

  it('changes with a word of a control, a rule of a pair, and what an own catalog switches off', () => {
    const parts = shippedParts;
    const [service, ...services] = parts.services;
    const [flows, ...otherFlows] = parts.flows;
    const [rule, ...rules] = flows?.value.flows ?? [];
    const control = parts.services.flatMap(({ value }) => value.controls)[0];
    if (!service || !flows || !rule || !control) throw new Error('the catalog is empty');
    const renamed = { ...service, value: { ...service.value, summary: `${service.value.summary} More.` } };
    const rewritten = { ...flows, value: { ...flows.value, flows: [{ ...rule, interaction: 'Other' }, ...rules] } };
    const off = { file: 'x', value: { overrides: [{ control: control.id, off: true as const, reason: 'Not ours.' }] } };
    const versions = [
      parts,
      { ...parts, services: [renamed, ...services] },
      { ...parts, flows: [rewritten, ...otherFlows] },
      { ...parts, overrides: [off] },
    ].map((each) => catalogVersion(link(each)).hash);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('takes no notice of the order of files', () => {
    const turned = { ...shippedParts, services: shippedParts.services.toReversed() };
    expect(catalogVersion(link(turned))).toEqual(catalogVersion(shipped));
    expect(catalogVersion(smallCatalog())).toEqual(catalogVersion(smallCatalog()));
  });
});
