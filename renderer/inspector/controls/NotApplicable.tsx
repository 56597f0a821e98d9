import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Assessment } from '../../../shared/validate/report.ts';
import { ControlItem } from './ControlItem.tsx';
import classes from './Controls.module.css';

/** The controls that do not apply to an element as it is, folded away. */
export function NotApplicable({ assessments }: { readonly assessments: readonly Assessment[] }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const count = assessments.length;
  return (
    <section aria-label="Controls that do not apply" className={classes.category}>
      <button
        type="button"
        className={classes.others}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight className={classes.chevron} data-open={open} size={14} aria-hidden="true" />
        {count === 1 ? '1 does not apply' : `${count} do not apply`}
      </button>
      <ul id={list} className={classes.list} hidden={!open}>
        {open && assessments.map((assessment) => <ControlItem key={assessment.key} assessment={assessment} />)}
      </ul>
    </section>
  );
}
