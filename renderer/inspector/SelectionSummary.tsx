import { Button } from '@mantine/core';
import { NO_TALLY, sumTallies } from '../../shared/validate/report.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { reportOf } from '../state/derived.ts';
import { present, useStore } from '../state/store.ts';
import { isFlow, isResource, itemOf } from './element.ts';
import classes from './summary.module.css';

const count = (number: number, one: string, many: string) =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];

/** "2 resources, 1 flow", as a text that compares by value. */
function kindsText(ids: readonly string[]): string {
  const items = ids.flatMap((id) => itemOf(present(), id) ?? []);
  const flows = items.filter(isFlow).length;
  const resources = items.filter(isResource).length;
  return [
    ...count(resources, 'resource', 'resources'),
    ...count(flows, 'flow', 'flows'),
    ...count(items.length - flows - resources, 'boundary', 'boundaries'),
  ].join(', ');
}

/** What the inspector shows while several elements are selected. */
export function SelectionSummary() {
  const selection = useStore((state) => state.selection);
  const counts = useStore((state) => {
    const { elements } = reportOf(state);
    const { gap, unknown } = sumTallies(state.selection.map((id) => elements.get(id)?.tally ?? NO_TALLY));
    return `${gap} ${gap === 1 ? 'gap' : 'gaps'} · ${unknown} open ${unknown === 1 ? 'question' : 'questions'}`;
  });
  const copiable = useStore((state) => isEnabled('duplicate', state));
  const context = useCommandContext();
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>{selection.length} elements selected</h2>
      <p className={classes.quiet}>{kindsText(selection)}</p>
      <p className={classes.quiet}>{counts}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" disabled={!copiable} onClick={() => runCommand('duplicate', context)}>
          Duplicate
        </Button>
        <Button size="xs" variant="default" onClick={() => runCommand('delete', context)}>
          Delete
        </Button>
      </div>
      <p className={classes.quiet}>Select a single element to see its settings and controls.</p>
    </div>
  );
}
