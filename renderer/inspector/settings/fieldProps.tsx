import { FieldHint } from './FieldHint.tsx';
import type { FieldProps } from './field.ts';
import classes from './Settings.module.css';

const ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

type About = Omit<FieldProps, 'onAnswer' | 'field'> & { readonly option?: string | undefined };

/** What all fields have in common: id, label, and under the field where its value comes from, and the hint. */
export function fieldProps({ id, option, ...about }: About) {
  return {
    id,
    label: about.property.label,
    description: <FieldHint {...about} option={option} />,
    inputWrapperOrder: ORDER,
    size: 'xs' as const,
    classNames: {
      label: classes.label ?? '',
      description: classes.hint ?? '',
      error: classes.problem ?? '',
    },
  };
}
