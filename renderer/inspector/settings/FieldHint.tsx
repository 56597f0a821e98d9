import { ExternalLink } from '../ExternalLink.tsx';
import { LinkedText } from '../links/LinkedText.tsx';
import { answerText, isStrange, strangeText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { Origin } from './Origin.tsx';
import classes from './Settings.module.css';

interface FieldHintProps extends Omit<FieldProps, 'onAnswer' | 'field' | 'id'> {
  /** A word about the chosen option. */
  readonly option?: string | undefined;
}

/** What stands under a field: where its value comes from, the hint, the chosen option's, and links in the answer. */
export function FieldHint({ option, ...about }: FieldHintProps) {
  const { property, answer, mixed, byDefault } = about;
  const { hint, awsDefault } = property;
  const strange = isStrange(property, answer);
  const showDefault = answer === undefined && mixed === null && byDefault !== null;
  return (
    <>
      {strange ? (
        <b className={classes.strange}>
          {strangeText(answer)}. It is kept as it is until you change it, and counts as not answered.
        </b>
      ) : (
        <Origin {...about} />
      )}{' '}
      {hint} {option}
      {showDefault && awsDefault && (
        <>
          {' '}
          {awsDefault.note} <ExternalLink url={awsDefault.source.url} title={awsDefault.source.title} />
        </>
      )}
      {answer !== undefined && property.type !== 'choice' && <LinkedText text={answerText(null, answer)} onlyLinks />}
    </>
  );
}
