import { memo } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';
import { commit } from '../../state/store.ts';
import { BooleanField } from './BooleanField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ListField } from './ListField.tsx';
import { TextField } from './TextField.tsx';

interface PropertyFieldProps {
  readonly element: string;
  readonly property: Property;
  readonly answer: AnswerOf | undefined;
  readonly byDefault: string | null;
}

/** One question of an element, as a field. */
export const PropertyField = memo(function PropertyField({ element, property, answer, byDefault }: PropertyFieldProps) {
  const onAnswer = (value: AnswerOf | undefined, merge?: string) =>
    commit(`Answer ${property.label}`, (diagram) => setAnswer(diagram, element, property.id, value), merge);
  const shared = { answer, byDefault, onAnswer };
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
});
