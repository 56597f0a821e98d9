import { memo } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { setAnswerOfMany } from '../../../shared/diagram/edit/answer.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';
import { commit } from '../../state/store.ts';
import { BooleanField } from './BooleanField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { elementsText } from './elementsText.ts';
import type { FieldProps } from './field.ts';
import { ListField } from './ListField.tsx';
import classes from './Settings.module.css';
import { TakeBack } from './TakeBack.tsx';
import { TextField } from './TextField.tsx';

interface PropertyFieldProps extends Omit<FieldProps, 'onAnswer' | 'field'> {
  /** Ids of the elements that are asked, one or several. */
  readonly elements: readonly string[];
  /** How many of them have an answer. */
  readonly answered: number;
}

const stepLabel = (elements: readonly string[], property: Property): string =>
  elements.length === 1 ? `Answer ${property.label}` : `Set ${property.label} of ${elementsText(elements)}`;

function Field({ property, ...shared }: FieldProps) {
  switch (property.type) {
    case 'choice':
      return <ChoiceField property={property} {...shared} />;
    case 'boolean':
      return <BooleanField property={property} {...shared} />;
    case 'list':
      return <ListField property={property} {...shared} />;
    case 'text':
    case 'date':
      return <TextField property={property} {...shared} />;
  }
}

/** One question of an element, or of several, as a field. */
export const PropertyField = memo(function PropertyField({ elements, answered, ...field }: PropertyFieldProps) {
  const { property, byDefault, id } = field;
  const onAnswer = (value: AnswerOf | undefined, merge?: string) =>
    commit(stepLabel(elements, property), (diagram) => setAnswerOfMany(diagram, elements, property.id, value), merge);
  return (
    <div className={classes.field}>
      <Field {...field} field={`${property.id} of ${elements.join(' ')}`} onAnswer={onAnswer} />
      {answered > 0 && (
        <TakeBack label={property.label} byDefault={byDefault} field={id} onTakeBack={() => onAnswer(undefined)} />
      )}
    </div>
  );
});
