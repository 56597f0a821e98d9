import { renameDiagram } from '../../shared/diagram/edit/add.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { applicable, OUTCOMES, type Report, type Tally } from '../../shared/validate/report.ts';
import { OutcomeGlyph, outcomeName } from '../shell/OutcomeGlyph.tsx';
import { useReport } from '../state/derived.ts';
import { commit, useStore } from '../state/store.ts';
import { DraftInput } from './DraftInput.tsx';
import classes from './summary.module.css';
import { WorstGaps } from './WorstGaps.tsx';

const CLASSES = { input: classes.name ?? '' };

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What to do next, in a sentence. */
function hintFor({ elements, tally }: Report): string {
  if (elements.size === 0) return 'Drag a service onto the canvas, or search for one and press Enter.';
  if (tally.gap > 0) return 'Select an element to see what it lacks and why, or begin with the worst gaps below.';
  if (tally.unknown > 0) return 'No gaps. Answer the open questions: select an element and open its settings.';
  return applicable(tally) > 0
    ? 'Every control that applies is met or decided on.'
    : 'Select an element to see it here.';
}

function Outcomes({ tally }: { readonly tally: Tally }) {
  return (
    <ul className={classes.list}>
      {OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) => (
        <li key={outcome} className={classes.outcome}>
          <OutcomeGlyph outcome={outcome} />
          <span aria-hidden="true">{outcomeName(outcome)}</span>
          <span className={classes.number}>{tally[outcome]}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the inspector shows while nothing is selected: the diagram as a whole. */
export function DiagramSummary() {
  const name = useStore((state) => state.history.present.name);
  const resources = useStore((state) => state.history.present.resources.length);
  const flows = useStore((state) => state.history.present.flows.length);
  const boundaries = useStore((state) => state.history.present.boundaries.length);
  const report = useReport();
  return (
    <div className={classes.panel}>
      <DraftInput
        aria-label="Name of the diagram"
        placeholder="Untitled diagram"
        field="name of the diagram"
        value={name}
        maxLength={LIMITS.name}
        classNames={CLASSES}
        onCommit={(text, merge) => commit('Rename diagram', (diagram) => renameDiagram(diagram, text.trim()), merge)}
      />
      <p className={classes.quiet}>
        {plural(resources, 'resource')} · {plural(flows, 'flow')} · {plural(boundaries, 'boundary', 'boundaries')}
      </p>
      <p className={classes.quiet}>{hintFor(report)}</p>
      {report.elements.size > 0 && (
        <section aria-label="Controls by outcome">
          <h3 className={classes.heading}>
            Controls: {report.tally.satisfied} of {applicable(report.tally)} met
          </h3>
          <Outcomes tally={report.tally} />
        </section>
      )}
      <WorstGaps findings={report.findings} most={6} />
    </div>
  );
}
