import { Input } from '@mantine/core';
import { useId } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { Segments } from '../Segments.tsx';
import { unansweredText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type YesNo = Extract<Property, { type: 'boolean' }>;
type Face = 'yes' | 'no' | 'unanswered';

const FACES = new Map<unknown, Face>([
  [true, 'yes'],
  [false, 'no'],
  [undefined, 'unanswered'],
]);
const VALUES: Readonly<Record<Face, boolean | undefined>> = { yes: true, no: false, unanswered: undefined };

/** A yes-or-no question; not answering it is a third choice. With mixed answers none is chosen. */
export function BooleanField({ onAnswer, ...about }: FieldProps<YesNo>) {
  const described = useId();
  const { label, description, classNames, size, id } = fieldProps(about);
  return (
    <div>
      <Segments
        label={label}
        id={id}
        segments={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'unanswered', label: unansweredText(about.byDefault) },
        ]}
        value={about.mixed === null ? (FACES.get(about.answer) ?? null) : null}
        onChange={(face) => onAnswer(VALUES[face])}
        describedBy={described}
      />
      <div id={described}>
        <Input.Description size={size} className={classNames.description}>
          {description}
        </Input.Description>
      </div>
    </div>
  );
}
