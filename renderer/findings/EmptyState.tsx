import { applicable, type Report } from '../../shared/validate/report.ts';
import classes from './Findings.module.css';
import { clearFilter, type Filter, isNarrowed, setFilter, useFilter } from './filter.ts';
import { askFocus } from './focusRequest.ts';

interface Nothing {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const questions = (count: number) => (count === 1 ? '1 question is open' : `${count} questions are open`);

function noGaps({ tally }: Report): Nothing {
  if (tally.unknown > 0) {
    const run = () => setFilter({ outcome: 'unknown' });
    return { text: `No gaps. ${questions(tally.unknown)}.`, action: { label: 'Show the questions', run } };
  }
  if (applicable(tally) === 0) return { text: 'No gaps: no control applies to what is drawn.' };
  return { text: 'No gaps. Every control that applies is met or decided on.' };
}

/** Why the list is empty, and what to do about it. */
function nothingFor(report: Report, filter: Filter): Nothing {
  if (report.elements.size === 0) {
    return { text: 'Nothing drawn yet. Put a service on the canvas, and what it lacks shows here.' };
  }
  if (isNarrowed(filter)) {
    return { text: 'No finding matches the filter.', action: { label: 'Clear the filter', run: clearFilter } };
  }
  if (filter.outcome === 'unknown') return { text: 'No open questions.' };
  if (filter.outcome === 'suppressed') return { text: 'No finding is accepted.' };
  return noGaps(report);
}

/** What stands in place of an empty list. */
export function EmptyState({ report }: { readonly report: Report }) {
  const filter = useFilter();
  const { text, action } = nothingFor(report, filter);
  return (
    <div className={classes.empty}>
      <p role="status">{text}</p>
      {action && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            askFocus(); // the button goes with the empty list
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
