import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { describe as textsOf } from '../../../shared/validate/describe.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { raiseText } from '../../../shared/validate/severity.ts';
import { openFindingMenu } from '../../menus/openFindingMenu.ts';
import { OutcomeGlyph } from '../../shell/OutcomeGlyph.tsx';
import { SeverityTag } from '../../shell/SeverityTag.tsx';
import { showControl, useShownControl } from '../shownControl.ts';
import { ControlActions } from './ControlActions.tsx';
import { ControlDetails } from './ControlDetails.tsx';
import classes from './Controls.module.css';
import { Decision } from './Decision.tsx';
import { Reasons } from './Reasons.tsx';

/** Scrolls the panel alone: scrollIntoView would move the whole window as well. */
function scrollToMiddle(element: HTMLElement): void {
  const panel = element.closest('aside');
  if (!panel) return;
  const { top } = element.getBoundingClientRect();
  const box = panel.getBoundingClientRect();
  panel.scrollTop += top - (box.top + box.height / 3);
}

/** One control on one element: outcome, why, what to do about it; the rest unfolds. */
export function ControlItem({ assessment }: { readonly assessment: Assessment }) {
  const { outcome, error } = assessment;
  const [open, setOpen] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const details = useId();
  const asked = useShownControl(({ key }) => key === assessment.key);
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    if (title.current) scrollToMiddle(title.current);
    showControl(null);
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation(); // one press closes one thing
    setOpen(false);
    title.current?.focus();
  };
  const { severity, raise } = assessment;
  const texts = textsOf(assessment);
  return (
    <li
      className={classes.item}
      data-outcome={outcome}
      onContextMenu={(event) => openFindingMenu(event, assessment.key)}
    >
      <OutcomeGlyph outcome={outcome} severity={severity} />
      <div className={classes.body}>
        <div className={classes.top}>
          <button
            ref={title}
            type="button"
            className={classes.title}
            aria-expanded={open}
            aria-controls={details}
            onKeyDown={onKeyDown}
            onClick={() => setOpen(!open)}
          >
            {texts.title}
          </button>
          <SeverityTag severity={severity} />
        </div>
        {raise && <p className={classes.reason}>Severity {raiseText(raise)}</p>}
        {outcome === 'gap' && <p className={classes.gap}>{texts.gap}</p>}
        {error !== null && <p className={classes.gap}>This control could not be judged: {error}</p>}
        <Reasons assessment={assessment} />
        <Decision assessment={assessment} />
        <ControlActions assessment={assessment} onDone={() => title.current?.focus()} />
        <section id={details} hidden={!open} aria-label={`Help: ${texts.title}`} onKeyDown={onKeyDown}>
          {open && <ControlDetails assessment={assessment} texts={texts} />}
        </section>
      </div>
    </li>
  );
}
