import { CATEGORIES, CATEGORY_IDS } from '../../../shared/catalog/terms.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { useElementReport } from '../../state/derived.ts';
import { ControlItem } from './ControlItem.tsx';
import classes from './Controls.module.css';
import { NotApplicable } from './NotApplicable.tsx';

/** The controls of an element by what they are about, each with its outcome and why. */
export function ControlsTab({ id }: { readonly id: string }) {
  const report = useElementReport(id);
  if (!report?.known) return null;
  const applying = report.assessments.filter(({ outcome }) => outcome !== 'notApplicable');
  const others = report.assessments.filter(({ outcome }) => outcome === 'notApplicable');
  return (
    <div>
      {report.assessments.length === 0 && <p className={classes.quiet}>The catalog has no controls for this.</p>}
      {CATEGORY_IDS.map((category) => {
        const group = applying.filter(({ compiled }) => compiled.control.category === category);
        return group.length > 0 && <Category key={category} title={CATEGORIES[category]} assessments={group} />;
      })}
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
