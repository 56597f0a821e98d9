import type { Property } from '../../../shared/catalog/schema.ts';
import { ExternalLink } from '../ExternalLink.tsx';

interface FieldHintProps {
  readonly property: Property;
  /** A word about the chosen option. */
  readonly option?: string | undefined;
  /** True while the AWS default stands in for an answer. */
  readonly showDefault: boolean;
}

/** True when there is something to say under the field. */
export const hasHint = ({ property, option, showDefault }: FieldHintProps): boolean =>
  property.hint !== undefined || option !== undefined || (showDefault && property.awsDefault !== undefined);

/** What stands under a field: the hint, the chosen option's, and where an AWS default comes from. */
export function FieldHint({ property, option, showDefault }: FieldHintProps) {
  const { hint, awsDefault } = property;
  return (
    <>
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
