import { useState } from 'react';
import { CATEGORIES } from '../../../shared/catalog/terms.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { useElementReport } from '../../state/derived.ts';
import { ControlItem } from './ControlItem.tsx';
import classes from './Controls.module.css';
import { NotApplicable } from './NotApplicable.tsx';
import { orderOf, worstFirst } from './worstFirst.ts';

/** The controls of an element by what they are about, what it lacks first, each with its outcome and why. */
export function ControlsTab({ id }: { readonly id: string }) {
  const report = useElementReport(id);
  // That of when the list came into view: nothing jumps away from the pointer that has just answered it.
  const [order] = useState(() => orderOf(report?.assessments ?? []));
  if (!report?.known) return null;
  const applying = report.assessments.filter(({ outcome }) => outcome !== 'notApplicable');
  const others = report.assessments.filter(({ outcome }) => outcome === 'notApplicable');
  return (
    <div>
      {report.assessments.length === 0 && <p className={classes.quiet}>The catalog has no controls for this.</p>}
      {worstFirst(applying, order).map(({ category, assessments }) => (
        <Category key={category} title={CATEGORIES[category]} assessments={assessments} />
      ))}
      {others.length > 0 && <NotApplicable assessments={others} />}
    </div>
  );
}

function Category({ title, assessments }: { readonly title: string; readonly assessments: readonly Assessment[] }) {
  return (
    <section aria-label={title} className={classes.category}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>
        {assessments.map((assessment) => (
          <ControlItem key={assessment.key} assessment={assessment} />
        ))}
      </ul>
    </section>
  );
}
