import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../shared/catalog/coverage.ts';
import { controlsOf, findFlaws } from '../../../shared/catalog/quality.ts';
import { severityRank } from '../../../shared/validate/report.ts';
import { DATA, shippedCatalog } from '../../support/catalog.ts';
import ledger from './ledger.json' with { type: 'json' };
import requirements from './requirements.json' with { type: 'json' };

interface Row {
  readonly basis: string;
  /** Public rules that ask for it, as `framework id`. */
  readonly rules?: readonly string[];
  readonly controls?: readonly string[];
  readonly leftOut?: string;
}

const catalog = await shippedCatalog();
const controls = controlsOf(catalog);
const rows = Object.entries(requirements as Readonly<Record<string, Row>>);

const allText = () =>
  ['services', 'boundaries', 'flows', 'flow-controls']
    .flatMap((folder) => readdirSync(path.join(DATA, folder)).map((name) => path.join(DATA, folder, name)))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

/** Every service that the founding notes, their pairs or the collection of public rules name. */
const SERVICES =
  'kms cloudhsm kinesis-data-streams data-firehose managed-flink sqs iot-core s3 s3-glacier dynamodb dax rds aurora ' +
  'lambda glue glue-data-catalog emr emr-serverless opensearch opensearch-serverless redshift redshift-serverless ' +
  'athena quicksight ebs efs elasticache ec2 cognito cloudtrail cloudwatch-logs cloudwatch secrets-manager ' +
  'ssm-parameter-store msk msk-serverless sns api-gateway step-functions eventbridge lake-formation vpc-endpoint ' +
  'iam-role active-directory apache-ranger dms kpl-producer kcl-application web-app iot-device jdbc-database ' +
  'sql-client splunk saas operator identity-provider';

describe('the catalog that ships', () => {
  it('has every service', () => {
    const missing = SERVICES.split(' ').filter((id) => !catalog.services.has(id));
    expect(missing).toEqual([]);
  });

  it('has no flaw: examples, verbs, places, words for pills, properties that are read, names that lead to one service', () => {
    expect(findFlaws(catalog)).toEqual([]);
  });

  it('cites every one of the 185 facts of the founding notes', () => {
    const facts = Object.values(ledger).flat();
    expect(facts).toHaveLength(185);
    const text = allText();
    expect(facts.filter((fact) => !text.includes(`"${fact}"`))).toEqual([]);
  });

  it('cites a documentation page in every control', () => {
    const { total } = coverageOf(catalog);
    expect(total.sourced).toBe(total.controls);
    const bad = controls.filter(({ sources }) =>
      sources.pages.every(({ url }) => !/^https:\/\/([a-z0-9-]+\.)*(aws\.amazon\.com|apache\.org)\//.test(url)),
    );
    expect(bad.map(({ id }) => id)).toEqual([]);
  });
});

describe('the requirements that public rule sets and AWS pages ask for', () => {
  it.each(['public-rule', 'documentation-read', 'author-judgement'])(
    '%s: each has a control, or says why not',
    (basis) => {
      const open = rows.filter(([, row]) => row.basis === basis && !row.controls?.length && !row.leftOut);
      expect(open.map(([id]) => id)).toEqual([]);
      expect(rows.filter(([, row]) => row.basis === basis).length).toBeGreaterThan(25);
    },
  );

  it('lead to controls that are there', () => {
    const known = new Set(controls.map(({ id }) => id));
    const ghosts = rows.flatMap(([id, row]) =>
      (row.controls ?? []).filter((each) => !known.has(each)).map((each) => `${id}: ${each}`),
    );
    expect(ghosts).toEqual([]);
  });

  it('have their public rules as references of these controls', () => {
    const references = new Map(
      controls.map(({ id, references: own }) => [
        id,
        new Set(own.map(({ framework, requirement }) => `${framework} ${requirement}`)),
      ]),
    );
    const lost = rows.flatMap(([id, { rules = [], controls: serving = [] }]) =>
      serving.length === 0
        ? []
        : rules
            .filter((rule) => !serving.some((control) => references.get(control)?.has(rule)))
            .map((rule) => `${id}: ${rule}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('frameworks', () => {
  it('list each requirement once, with a reason where no control serves it', () => {
    const used = new Set(
      controls.flatMap(({ references }) =>
        references.map(({ framework, requirement }) => `${framework} ${requirement}`),
      ),
    );
    for (const framework of catalog.frameworks.values()) {
      const ids = framework.requirements.map(({ id }) => id);
      expect(new Set(ids).size, framework.id).toBe(ids.length);
      const open = framework.requirements.filter(
        ({ id, notCovered }) => !used.has(`${framework.id} ${id}`) && !notCovered,
      );
      expect(open.map(({ id }) => `${framework.id} ${id}`)).toEqual([]);
    }
  });

  it('have a control say why, where its severity is not the one that Security Hub gives the same rule', () => {
    const hub = new Map(
      catalog.frameworks.get('aws-security-hub')?.requirements.map(({ id, severity }) => [id, severity]),
    );
    const silent = controls.filter(({ references, severity, disagreement }) => {
      const given = references
        .filter(({ framework }) => framework === 'aws-security-hub')
        .flatMap(({ requirement }) => hub.get(requirement) ?? []);
      // Several rules in one control: the worst of them counts.
      const worst = given.toSorted((a, b) => severityRank(a) - severityRank(b))[0];
      return worst !== undefined && worst !== severity && disagreement === undefined;
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
