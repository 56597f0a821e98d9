import { elementsOfFact } from '../../../shared/remedy/factElements.ts';
import { aroundOf } from '../../../shared/remedy/remedies.ts';
import { type Reason, reasons } from '../../../shared/validate/describe.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { catalog } from '../../state/catalog.ts';
import { present } from '../../state/store.ts';
import { trace } from '../../state/traced.ts';
import classes from './Controls.module.css';

function reasonText({ label, value, origin }: Reason): string {
  if (value === 'unknown' && origin !== '') return `${label}: ${origin}`;
  return `${label}: ${value} (${origin || 'answered'})`;
}

/** The facts that decided; each points out on the canvas what it was read from. */
export function Reasons({ assessment }: { readonly assessment: Assessment }) {
  const all = reasons(catalog, assessment);
  if (all.length === 0) return null;
  const show = (fact: string) => trace(elementsOfFact(aroundOf(present(), catalog), assessment.element.id, fact));
  return (
    <ul className={classes.reasons} aria-label="Because">
      {all.map((reason) => (
        <li key={reason.fact}>
          <button type="button" className={classes.reason} title="Show on the canvas" onClick={() => show(reason.fact)}>
            {reasonText(reason)}
          </button>
        </li>
      ))}
    </ul>
  );
}
