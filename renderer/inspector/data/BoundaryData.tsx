import { classesOf, classesText } from '../../../shared/dataClasses.ts';
import { useDataIn } from '../../state/derived.ts';
import classes from './Data.module.css';

/** Which data reach anything inside a boundary. Nothing to see while none do. */
export function BoundaryData({ id }: { readonly id: string }) {
  const inside = classesOf(useDataIn(id));
  if (inside.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Data">
      <h3 className={classes.heading}>Data</h3>
      <p className={classes.text}>Resources in it hold {classesText(inside)}.</p>
    </section>
  );
}
