import { Input } from '@mantine/core';
import { useId } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { Segments } from '../Segments.tsx';
import { unansweredText } from './answers.ts';
import { type FieldProps, fieldId } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type YesNo = Extract<Property, { type: 'boolean' }>;
type Face = 'yes' | 'no' | 'unanswered';

const FACES = new Map<unknown, Face>([
  [true, 'yes'],
  [false, 'no'],
  [undefined, 'unanswered'],
]);
const VALUES: Readonly<Record<Face, boolean | undefined>> = { yes: true, no: false, unanswered: undefined };

/** A yes-or-no question; not answering it is a third choice. */
export function BooleanField({ property, answer, byDefault, onAnswer }: FieldProps<YesNo>) {
  const about = useId();
  const { description, classNames, size } = fieldProps({ property, answer, byDefault });
  return (
    <div>
      <Segments
        label={property.label}
        id={fieldId(property.id)}
        segments={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'unanswered', label: unansweredText(byDefault) },
        ]}
        value={FACES.get(answer) ?? null}
        onChange={(face) => onAnswer(VALUES[face])}
        describedBy={description ? about : undefined}
      />
      <div id={about}>
        {description && (
          <Input.Description size={size} className={classNames.description}>
            {description}
          </Input.Description>
        )}
      </div>
    </div>
  );
}
