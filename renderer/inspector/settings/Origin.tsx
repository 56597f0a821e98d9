import { IconCloud, IconEqualNot, IconPencil, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import type { FieldProps } from './field.ts';
import classes from './Settings.module.css';

const SIZE = { size: 12, className: classes.originGlyph, 'aria-hidden': true } as const;

function Line({ glyph, children }: { readonly glyph: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={classes.origin}>
      {glyph}
      {children}
    </span>
  );
}

function defaultWords({ awsDefault }: Property, isOld: boolean): string {
  if (awsDefault?.since === undefined) return 'AWS default';
  return isOld ? `AWS default before ${awsDefault.since}` : `AWS default since ${awsDefault.since}`;
}

/** Where the value of a property comes from, in a glyph and words. */
export function Origin({ property, answer, mixed, byDefault, isOld }: Omit<FieldProps, 'onAnswer' | 'field' | 'id'>) {
  if (mixed !== null) return <Line glyph={<IconEqualNot {...SIZE} />}>Mixed: {mixed}.</Line>;
  if (answer !== undefined) return <Line glyph={<IconPencil {...SIZE} />}>Answered here.</Line>;
  if (byDefault === null) return <Line glyph={<IconQuestionMark {...SIZE} />}>Unknown: nobody has answered.</Line>;
  return <Line glyph={<IconCloud {...SIZE} />}>{defaultWords(property, isOld)}.</Line>;
}
