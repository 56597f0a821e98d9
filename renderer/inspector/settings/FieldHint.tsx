import type { Property } from '../../../shared/catalog/schema.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import classes from './Settings.module.css';

interface About {
  readonly property: Property;
  /** A word about the chosen option. */
  readonly option?: string | undefined;
  /** True while the AWS default stands in for an answer. */
  readonly showDefault: boolean;
}

interface FieldHintProps extends About {
  /** An answer that the property cannot have, in words; null when there is none. */
  readonly strange: string | null;
}

/** True when there is something to say under the field. */
export const hasHint = ({ property, option, showDefault }: About): boolean =>
  property.hint !== undefined || option !== undefined || (showDefault && property.awsDefault !== undefined);

/** What stands under a field: the hint, the chosen option's, and where an AWS default comes from. */
export function FieldHint({ property, option, showDefault, strange }: FieldHintProps) {
  const { hint, awsDefault } = property;
  return (
    <>
      {strange !== null && (
        <b className={classes.strange}>
          {strange}. It is kept as it is until you change it, and counts as not answered.{' '}
        </b>
      )}
      {hint} {option}
      {showDefault && awsDefault && (
        <>
          {' '}
          {awsDefault.since && `AWS default since ${awsDefault.since}. `}
          {awsDefault.note} <ExternalLink url={awsDefault.source.url} title={awsDefault.source.title} />
        </>
      )}
    </>
  );
}
