import { Button, Group } from '@mantine/core';
import { memo, useState } from 'react';
import { classesOf, classesText } from '../../../shared/dataClasses.ts';
import { setBrings, setTransformation } from '../../../shared/diagram/edit/data.ts';
import { type Resource, TRANSFORMATIONS } from '../../../shared/diagram/schema.ts';
import { useDataAt } from '../../state/derived.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present } from '../../state/store.ts';
import { ClassPicks } from './ClassPicks.tsx';
import classes from './Data.module.css';
import { TransformationForm } from './TransformationForm.tsx';
import { Ways } from './Ways.tsx';

type Data = Resource['data'] | undefined;

function Declared({ id, data }: { readonly id: string; readonly data: Data }) {
  const [open, setOpen] = useState(false);
  const reaching = classesOf(useDataAt(id));
  const declared = data?.transforms;
  if (open) {
    return <TransformationForm id={id} before={declared} reaching={reaching} onDone={() => setOpen(false)} />;
  }
  if (!declared) {
    return reaching.length === 0 ? null : (
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        It masks, aggregates or tokenises…
      </Button>
    );
  }
  const { how, takes, leaves, why } = declared;
  const takeBack = () =>
    commit(`Take back what ${nameOf(present(), id)} does to data`, (diagram) => setTransformation(diagram, id, null));
  return (
    <>
      <p className={classes.text}>
        {TRANSFORMATIONS[how]} {classesText(takes)}; {leaves.length === 0 ? 'nothing' : classesText(leaves)} goes on in
        their place: {why}
      </p>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
          Change…
        </Button>
        <Button size="compact-xs" variant="default" onClick={takeBack}>
          Take back
        </Button>
      </Group>
    </>
  );
}

/** Which data enter at a resource, which reach it and how, and what it does to them. */
export const ResourceData = memo(function ResourceData({ id, data }: { readonly id: string; readonly data: Data }) {
  return (
    <section className={classes.section} aria-label="Data">
      <h3 className={classes.heading}>Data</h3>
      <ClassPicks
        label="Enter the diagram here"
        value={data?.brings ?? []}
        onChange={(brings) =>
          commit(`Data that enter at ${nameOf(present(), id)}`, (diagram) => setBrings(diagram, [id], brings))
        }
      />
      <Ways id={id} />
      <Declared key={id} id={id} data={data} />
    </section>
  );
});
