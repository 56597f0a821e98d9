import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../../shared/catalog/quality.ts';
import { Control } from '../../../shared/catalog/schema.ts';
import { cloudFormationResources, flawsOfSnippets, snippetsOf } from '../../../shared/catalog/snippets.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { parseYaml } from '../../support/yaml.ts';

const CLOUD_FORMATION = `Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - BucketKeyEnabled: true
          ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms`;
const TERRAFORM = `resource "aws_s3_bucket_server_side_encryption_configuration" "bucket" {
  bucket = "BUCKET-NAME"

  rule {
    bucket_key_enabled = true
  }
}`;
const RULE = 'ServerSideEncryptionConfiguration.BucketKeyEnabled';
const WHERE = {
  cloudFormation: [`AWS::S3::Bucket.BucketEncryption.${RULE}`],
  terraform: ['aws_s3_bucket_server_side_encryption_configuration.rule.bucket_key_enabled'],
};

const controls = controlsOf(await shippedCatalog());
const [model] = controls;

/** A control that has these snippets and names these places. */
const controlWith = (snippets: object, where: object): Control =>
  Control.parse({ ...model, where, fix: { label: 'Set it', set: {}, ...snippets } });
const flaws = (snippets: object, where: object = WHERE) => flawsOfSnippets(controlWith(snippets, where));

describe('the snippets of a fix', () => {
  it('are right if they set what the control names, however deep', () => {
    expect(flaws({ cloudFormation: CLOUD_FORMATION, terraform: TERRAFORM })).toEqual([]);
  });

  it('may set anything where a control names no place of the tool', () => {
    expect(flaws({ cloudFormation: CLOUD_FORMATION, terraform: TERRAFORM }, { console: 'S3 > Edit' })).toEqual([]);
  });

  it('are a flaw if they set another resource or another property', () => {
    const policy = CLOUD_FORMATION.replace('S3::Bucket', 'S3::BucketPolicy');
    expect(flaws({ cloudFormation: policy })).toEqual([
      'its CloudFormation snippet sets AWS::S3::BucketPolicy, which `where` does not name',
    ]);
    expect(flaws({ cloudFormation: CLOUD_FORMATION.replace('BucketKeyEnabled', 'BucketKey') })).toEqual([
      'its CloudFormation snippet sets no property of AWS::S3::Bucket that `where` names',
    ]);
    expect(flaws({ terraform: TERRAFORM.replace('bucket_key_enabled', 'key') })).toEqual([
      'its Terraform snippet sets no property of aws_s3_bucket_server_side_encryption_configuration that `where` names',
    ]);
  });

  it('are a flaw without a resource, or with a bracket or quotation mark left open', () => {
    expect(flaws({ cloudFormation: 'BucketEncryption: true' })).toEqual(['its CloudFormation snippet has no resource']);
    const open = ['its Terraform snippet has a bracket or quotation mark that is not closed'];
    expect(flaws({ terraform: TERRAFORM.slice(0, -2).trimEnd() })).toEqual(open);
    expect(flaws({ terraform: TERRAFORM.replace('NAME"', 'NAME') })).toEqual(open);
    expect(flaws({ terraform: TERRAFORM.replace('"BUCKET', '["BUCKET').replace('NAME"', 'NAME")') })).toEqual(open);
  });

  it('keep their indents, and hold no tabs or control characters', () => {
    expect(controlWith({ terraform: TERRAFORM }, WHERE).fix?.terraform).toBe(TERRAFORM);
    for (const sign of ['\t', '\r', '\u0007', '\u202e']) {
      expect(() => controlWith({ terraform: TERRAFORM.replace('  bucket', `${sign}bucket`) }, WHERE)).toThrow();
    }
    expect(() => controlWith({ terraform: `${TERRAFORM}\n` }, WHERE)).toThrow();
  });
});

describe('the snippets that ship', () => {
  const snippets = controls.flatMap(({ id, fix }) => snippetsOf(fix).map((snippet) => ({ id, ...snippet })));

  it('of CloudFormation are YAML of which every resource has a type and properties', () => {
    const wrong = snippets
      .filter(({ tool }) => tool === 'CloudFormation')
      .filter(({ text }) => {
        const resources = Object.values<Record<string, unknown>>(parseYaml(text));
        const types = cloudFormationResources(text).map(({ type }) => type);
        const isResource = ({ Type, Properties }: Record<string, unknown>, index: number) =>
          Type === types[index] && Object.keys(Properties ?? {}).length > 0;
        return types.length !== resources.length || !resources.every(isResource);
      });
    expect(wrong).toEqual([]);
  });

  it('leave to the reader only what is written in capitals', () => {
    const wrong = snippets.filter(({ text }) => /<[a-z][^>]*>|\bexample\b|123456789012/i.test(text));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
