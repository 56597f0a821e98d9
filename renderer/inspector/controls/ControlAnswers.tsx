import { useId, useMemo } from 'react';
import { factsOf } from '../../../shared/catalog/predicate.ts';
import type { Property } from '../../../shared/catalog/schema.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { useItem, useSubject } from '../element.ts';
import { defaultText, isBeforeDefault } from '../settings/answers.ts';
import { PropertyField } from '../settings/PropertyField.tsx';
import classes from './Controls.module.css';

const NONE: readonly Property[] = [];

/** The properties of the element itself that a control reads, whatever they are now: so none goes away while one answers. */
function useReadProperties({ compiled, element }: Assessment): readonly Property[] {
  const subject = useSubject(element.id);
  return useMemo(() => {
    const { satisfiedWhen, appliesWhen } = compiled.control;
    const read = new Set([...factsOf(satisfiedWhen), ...(appliesWhen ? factsOf(appliesWhen) : [])]);
    return subject?.properties.filter(({ id }) => read.has(id)) ?? NONE;
  }, [compiled, subject]);
}

/** The questions that decide a control, to be answered while its help is read. */
export function ControlAnswers({ assessment }: { readonly assessment: Assessment }) {
  const item = useItem(assessment.element.id);
  const properties = useReadProperties(assessment);
  const elements = useMemo(() => [assessment.element.id], [assessment.element.id]);
  const prefix = useId();
  if (!item || properties.length === 0) return null;
  return (
    <div className={classes.answers}>
      {properties.map((property) => (
        <PropertyField
          key={property.id}
          elements={elements}
          property={property}
          id={`${prefix}-${property.id}`}
          answer={item.answers[property.id]}
          answered={item.answers[property.id] === undefined ? 0 : 1}
          mixed={null}
          byDefault={defaultText(property, item.answers)}
          isOld={isBeforeDefault(property, item.answers)}
        />
      ))}
    </div>
  );
}
