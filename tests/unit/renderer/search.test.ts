import { beforeAll, describe, expect, it } from 'vitest';
import { searchPalette } from '../../../renderer/palette/search.ts';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { shippedCatalog } from '../../support/catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await shippedCatalog();
});

const ids = (query: string): readonly string[] => searchPalette(catalog, query).hits.map(({ item }) => item.id);
const because = (query: string, id: string): string | null | undefined =>
  searchPalette(catalog, query).hits.find(({ item }) => item.id === id)?.because;

const page = { title: 'AWS', url: 'https://aws.amazon.com/' };
const withNames = (...names: Catalog['names']): Catalog => ({ ...catalog, names });

describe('searching the palette', () => {
  it('finds a service by its name, whatever the case', () => {
    expect(ids('kinesis data STREAMS')[0]).toBe('kinesis-data-streams');
    expect(because('kinesis data streams', 'kinesis-data-streams')).toBeNull();
  });

  it('finds nothing for an empty query', () => {
    expect(searchPalette(catalog, '  ')).toEqual({ hits: [], explanations: [] });
  });

  it('finds a service by the beginnings of words in any order', () => {
    expect(ids('str kin')).toContain('kinesis-data-streams');
  });

  it('puts the very name before a beginning, and a beginning before a part', () => {
    expect(ids('s3')[0]).toBe('s3');
    expect(ids('vpc')[0]).toBe('vpc');
  });

  it('puts the shorter of two names first that begin so', () => {
    expect(ids('dynamo').slice(0, 2)).toEqual(['dynamodb', 'dax']);
  });

  it('finds a service by an old name, and says which', () => {
    expect(ids('Kinesis Analytics')[0]).toBe('managed-flink');
    expect(because('Kinesis Data Analytics', 'managed-flink')).toMatch(/^formerly Kinesis Data Analytics/);
    expect(because('kinesis firehose', 'data-firehose')).toBe('formerly Kinesis Data Firehose');
  });

  it('finds a service by another word, and says which', () => {
    expect(ids('bucket')).toContain('s3');
    expect(because('bucket', 's3')).toBe('also “S3 bucket”');
  });

  it('offers AWS services before what is outside when both are found by another word', () => {
    const found = ids('postgres');
    const outside = found.indexOf('jdbc-database');
    expect(found.indexOf('rds')).toBeGreaterThanOrEqual(0);
    expect(found.indexOf('aurora')).toBeGreaterThanOrEqual(0);
    expect(outside).toBeGreaterThan(Math.max(found.indexOf('rds'), found.indexOf('aurora')));
    expect(ids('postgresql').indexOf('jdbc-database')).toBe(ids('postgresql').length - 1);
  });

  it('offers what is called so today before what was called so once', () => {
    expect(ids('kinesis data')[0]).toBe('kinesis-data-streams');
  });

  it.each([
    ['dynamo db', 'dynamodb'],
    ['event bridge', 'eventbridge'],
    ['kinsis', 'kinesis-data-streams'],
    ['kenesis data stream', 'kinesis-data-streams'],
    ['redhsift', 'redshift'],
    ['lamda', 'lambda'],
    ['dynmodb', 'dynamodb'],
    ['secert manager', 'secrets-manager'],
    ['fierhose', 'data-firehose'],
    ['cloud trial', 'cloudtrail'],
    ['private subent', 'private-subnet'],
  ])('finds what was meant by “%s”', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it('does not guess where something fits as it is typed, nor at short words and other first letters', () => {
    expect(ids('emr')).not.toContain('ebs');
    expect(ids('sqz')).toEqual([]);
    expect(ids('xambda')).toEqual([]);
    expect(ids('zzzzzzzz')).toEqual([]);
  });

  it('finds boundaries', () => {
    expect(ids('private')[0]).toBe('private-subnet');
    expect(ids('data centre')).toContain('on-premises');
  });

  it('says what a service is called today that the catalog does not have', () => {
    const names = withNames({
      name: 'Amazon RedBricks',
      now: 'Amazon BlueBricks',
      note: 'Renamed in 2021.',
      pages: [page],
    });
    expect(searchPalette(names, 'redbricks')).toEqual({
      hits: [],
      explanations: [
        {
          text: 'Amazon RedBricks is called Amazon BlueBricks today; this catalog does not have it yet.',
          note: 'Renamed in 2021.',
        },
      ],
    });
  });

  it('leads from a name of the names file to the service of today', () => {
    const names = withNames({
      name: 'Amazon RedBricks',
      now: 'Amazon Redshift',
      service: 'redshift',
      note: 'x',
      pages: [page],
    });
    const { hits, explanations } = searchPalette(names, 'redbricks');
    expect(hits).toMatchObject([{ item: { id: 'redshift' }, because: 'formerly RedBricks' }]);
    expect(explanations).toEqual([]);
  });

  it('does not offer a retired service, and says what to take instead', () => {
    const s3 = catalog.services.get('s3');
    if (!s3) throw new Error('the catalog has S3');
    const service = { ...s3.service, retired: { since: 'June 2030', instead: 'Take Glacier instead.' } };
    const retired = { ...catalog, services: new Map([['s3', { ...s3, service }]]) };
    expect(searchPalette(retired, 's3 bucket')).toEqual({
      hits: [],
      explanations: [
        { text: 'Amazon Simple Storage Service is retired since June 2030.', note: 'Take Glacier instead.' },
      ],
    });
  });
});
