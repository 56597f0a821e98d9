import { Checkbox } from '@mantine/core';
import { classesOf, classesText } from '../../../shared/dataClasses.ts';
import { setCarries } from '../../../shared/diagram/edit/data.ts';
import type { Flow } from '../../../shared/diagram/schema.ts';
import { useDataOn } from '../../state/derived.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present } from '../../state/store.ts';
import { ClassPicks } from './ClassPicks.tsx';
import classes from './Data.module.css';

/** Which data a flow carries. Nothing to see while nothing is classified. */
export function FlowData({ flow }: { readonly flow: Flow }) {
  const { id, carries } = flow;
  const on = classesOf(useDataOn(id));
  if (on.length === 0 && carries === undefined) return null;
  const set = (classesOnly: Parameters<typeof setCarries>[2]) =>
    commit(`Data on ${nameOf(present(), id)}`, (diagram) => setCarries(diagram, id, classesOnly));
  return (
    <section className={classes.section} aria-label="Data">
      <h3 className={classes.heading}>Data</h3>
      <p className={classes.text}>It carries {classesText(on)}.</p>
      <Checkbox
        size="xs"
        label="Carries only some classes"
        description="Others stay behind. None: it controls or authorises."
        checked={carries !== undefined}
        onChange={({ currentTarget: { checked } }) => set(checked ? on : null)}
      />
      {carries !== undefined && <ClassPicks label="Carries only" value={carries} onChange={set} />}
    </section>
  );
}
