import { unsuppress } from '../../../shared/diagram/edit/suppress.ts';
import { type Assessment, isFinding } from '../../../shared/validate/report.ts';
import { commit, setSession, showDialog } from '../../state/store.ts';
import { useSubject } from '../element.ts';
import { fieldId } from '../settings/field.ts';
import classes from './Controls.module.css';
import { applyFix, fixOf } from './fix.ts';

interface ControlActionsProps {
  readonly assessment: Assessment;
  /** Called when an action has made its own button disappear. */
  readonly onDone: () => void;
}

/** Brings the field of a property to the front and puts the focus there. */
function goToAnswer(property: string): void {
  setSession({ inspectorTab: 'settings' });
  requestAnimationFrame(() => document.getElementById(fieldId(property))?.focus());
}

/** What an assessment waits for: a question's answer, or the answer that a default stands in for. */
const OPEN: Readonly<Partial<Record<Assessment['outcome'], Assessment['because'][number]['origin']>>> = {
  unknown: 'unanswered',
  gap: 'awsDefault',
};

/** The property of the element itself that an answer is open of, if there is one. */
function useOpenProperty({ element, because, outcome }: Assessment): string | null {
  const subject = useSubject(element.id);
  const wanted = OPEN[outcome];
  const open = because.find(
    ({ fact, origin }) => origin === wanted && subject?.properties.some(({ id }) => id === fact),
  );
  return open?.fact ?? null;
}

/** What can be done about an assessment. */
export function ControlActions({ assessment, onDone }: ControlActionsProps) {
  const fix = fixOf(assessment);
  const property = useOpenProperty(assessment);
  // A fix gives the answer itself.
  const open = fix && assessment.outcome === 'gap' ? null : property;
  const { title, id: control } = assessment.compiled.control;
  const withdraw = () => {
    commit(`Withdraw decision on ${title}`, (diagram) => unsuppress(diagram, control, assessment.element.id));
    onDone();
  };
  if (!isFinding(assessment) && assessment.suppression === null) return null;
  return (
    <div className={classes.actions}>
      {fix && (
        <button
          type="button"
          className={classes.action}
          data-strong="true"
          onClick={() => {
            applyFix(fix);
            onDone();
          }}
        >
          Fix: {fix.label}
        </button>
      )}
      {assessment.outcome === 'gap' && (
        <button
          type="button"
          className={classes.action}
          onClick={() => showDialog({ kind: 'remedies', key: assessment.key })}
        >
          {fix ? 'Preview…' : 'Ways to close it…'}
        </button>
      )}
      {open !== null && (
        <button type="button" className={classes.action} data-strong="true" onClick={() => goToAnswer(open)}>
          Answer
        </button>
      )}
      {isFinding(assessment) && (
        <button
          type="button"
          className={classes.action}
          onClick={() => showDialog({ kind: 'accept', keys: [assessment.key] })}
        >
          {assessment.reopened === null ? 'Accept risk…' : 'Accept again…'}
        </button>
      )}
      {assessment.suppression !== null && (
        <button type="button" className={classes.action} onClick={withdraw}>
          Withdraw decision
        </button>
      )}
    </div>
  );
}
