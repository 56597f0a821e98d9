import type { Property } from '../../../shared/catalog/schema.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';
import { isStrange, strangeText } from './answers.ts';
import { FieldHint, hasHint } from './FieldHint.tsx';
import classes from './Settings.module.css';

const ORDER: ('label' | 'input' | 'description')[] = ['label', 'input', 'description'];

interface About {
  readonly property: Property;
  readonly answer: AnswerOf | undefined;
  readonly byDefault: string | null;
  readonly option?: string | undefined;
}

/** What all fields have in common: label, the hint under it, with a word on an answer that the catalog does not know. */
export function fieldProps({ property, answer, byDefault, option }: About) {
  const about = { property, option, showDefault: answer === undefined && byDefault !== null };
  const strange = isStrange(property, answer) ? strangeText(answer) : null;
  return {
    label: property.label,
    description: strange !== null || hasHint(about) ? <FieldHint {...about} strange={strange} /> : null,
    inputWrapperOrder: ORDER,
    size: 'xs' as const,
    classNames: { label: classes.label ?? '', description: classes.hint ?? '' },
  };
}
