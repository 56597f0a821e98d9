import { expect, it } from 'vitest';
import { sharedForm } from '../../../renderer/inspector/many/sharedForm.ts';
import { setAnswerOfMany, takeAnswersBack } from '../../../shared/diagram/edit/answer.ts';
import { type Answers, type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';

const resource = (id: string, service: string, answers: Answers = {}) => ({
  id,
  service,
  name: id,
  inside: null,
  position: { x: 0, y: 0 },
  answers,
  note: '',
});

const drawing = (...resources: Diagram['resources']): Diagram => ({ ...emptyDiagram('Many'), resources });
const field = (diagram: Diagram, ids: readonly string[], id: string) =>
  sharedForm(diagram, ids).find(({ property }) => property.id === id);

it('elements of one service have the form of the service', () => {
  const diagram = drawing(resource('a', 's3'), resource('b', 's3'));
  expect(sharedForm(diagram, ['a', 'b']).map(({ property }) => property)).toEqual(
    sharedForm(diagram, ['a']).map(({ property }) => property),
  );
});

it('says what all answer, and counts what holds where that differs', () => {
  const kms = { serverSideEncryption: 'sse-kms' };
  const diagram = drawing(resource('a', 's3', kms), resource('b', 's3', kms), resource('c', 's3'));
  expect(field(diagram, ['a', 'b'], 'serverSideEncryption')).toMatchObject({ answer: 'sse-kms', mixed: null });
  expect(field(diagram, ['a', 'b', 'c'], 'serverSideEncryption')).toMatchObject({
    answer: undefined,
    mixed: '2 × SSE-KMS, 1 × AWS default: SSE-S3, keys of S3',
    answered: 2,
  });
});

it('elements without an answer differ where AWS does for the old one what it does not for the new one', () => {
  const diagram = drawing(resource('new', 's3'), resource('old', 's3', { createdOn: '2020-01-01' }));
  expect(field(diagram, ['new', 'old'], 'blockPublicAccess')).toMatchObject({
    mixed: '1 × AWS default: All four on, 1 × AWS default: Off',
    byDefault: null,
    answered: 0,
  });
});

it('services share the questions with the same id, type and options, under the names of both', () => {
  const diagram = drawing(resource('disk', 'ebs'), resource('files', 'efs'), resource('bucket', 's3'));
  const shared = field(diagram, ['disk', 'files'], 'encryption');
  expect(shared?.property.label).toBe('Encryption / Encryption at rest');
  expect(field(diagram, ['disk', 'files', 'bucket'], 'encryption')).toBeUndefined();
});

it('asks nothing while the catalog does not know one of them', () => {
  const diagram = drawing(resource('a', 's3'), resource('b', 'future-service'));
  expect(sharedForm(diagram, ['a', 'b'])).toEqual([]);
});

it('a question that only some are asked for now is left out', () => {
  const diagram = drawing(
    resource('a', 'kinesis-data-streams', { serverSideEncryption: 'kms' }),
    resource('b', 'kinesis-data-streams'),
  );
  const keys = (ids: readonly string[]) => sharedForm(diagram, ids).map(({ property }) => property.label);
  expect(keys(['a'])).toContain('KMS key');
  expect(keys(['a', 'b'])).not.toContain('KMS key');
});

it('one edit sets all, and touches no others', () => {
  const diagram = drawing(resource('a', 's3'), resource('b', 's3'), resource('c', 's3'));
  const set = setAnswerOfMany(diagram, ['a', 'c'], 'versioning', true);
  expect(set.resources.map(({ answers }) => answers)).toEqual([{ versioning: true }, {}, { versioning: true }]);
  expect(set.resources[1]).toBe(diagram.resources[1]);
  expect(setAnswerOfMany(set, ['a', 'c'], 'versioning', true)).toBe(set);
  expect(takeAnswersBack(set, ['a', 'b'], ['versioning']).resources.map(({ answers }) => answers)).toEqual([
    {},
    {},
    { versioning: true },
  ]);
});
