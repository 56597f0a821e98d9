import { useMemo } from 'react';
import { useStore } from '../../state/store.ts';
import { fieldId } from '../settings/field.ts';
import { PropertyField } from '../settings/PropertyField.tsx';
import classes from '../settings/Settings.module.css';
import { TakeAllBack } from '../settings/TakeAllBack.tsx';
import { sharedForm } from './sharedForm.ts';

/** The properties that all selected elements share, each set on all at once. */
export function ManySettings({ ids }: { readonly ids: readonly string[] }) {
  const diagram = useStore((state) => state.history.present);
  const shared = useMemo(() => sharedForm(diagram, ids), [diagram, ids]);
  if (shared.length === 0) return <p className={classes.quiet}>These elements share no settings.</p>;
  return (
    <div className={classes.tab}>
      {shared.map((field) => (
        <PropertyField key={field.property.id} id={fieldId(field.property.id)} elements={ids} {...field} />
      ))}
      <TakeAllBack
        elements={ids}
        properties={shared.map(({ property }) => property.id)}
        count={shared.reduce((sum, { answered }) => sum + answered, 0)}
      />
    </div>
  );
}
