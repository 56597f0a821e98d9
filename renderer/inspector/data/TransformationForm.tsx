import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DataClass } from '../../../shared/dataClasses.ts';
import { setTransformation } from '../../../shared/diagram/edit/data.ts';
import {
  LIMITS,
  TRANSFORMATIONS,
  type Transformation,
  type TransformationKind,
} from '../../../shared/diagram/schema.ts';
import { nameOf } from '../../state/names.ts';
import { pasteWhole } from '../../state/pasteWhole.ts';
import { commit, present } from '../../state/store.ts';
import { ClassPicks } from './ClassPicks.tsx';
import classes from './Data.module.css';

const KINDS = Object.entries(TRANSFORMATIONS).map(([value, label]) => ({ value, label }));

interface TransformationFormProps {
  readonly id: string;
  readonly before: Transformation | undefined;
  readonly reaching: readonly DataClass[];
  readonly onDone: () => void;
}

/** What a resource does to data: which it takes, what goes on in their place, and why that is so. */
export function TransformationForm({ id, before, reaching, onDone }: TransformationFormProps) {
  const [how, setHow] = useState<TransformationKind>(before?.how ?? 'masks');
  const [takes, setTakes] = useState<readonly DataClass[]>(before?.takes ?? reaching);
  const [leaves, setLeaves] = useState<readonly DataClass[]>(before?.leaves ?? ['internal']);
  const [why, setWhy] = useState(before?.why ?? '');
  const [tried, setTried] = useState(false);
  const problem = why.trim() === '' ? 'Say how: whoever reads the diagram cannot check it otherwise.' : null;
  const nothing = takes.length === 0 ? 'Choose what it takes.' : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || nothing !== null) return;
    commit(`Declare that ${nameOf(present(), id)} ${how} data`, (diagram) =>
      setTransformation(diagram, id, { how, takes, leaves, why }),
    );
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label="Transformation of data">
      <NativeSelect
        label="What it does"
        size="xs"
        data={KINDS}
        value={how}
        onChange={({ currentTarget: { value } }) => setHow(value as TransformationKind)}
        data-autofocus
      />
      <ClassPicks label="Takes" value={takes} onChange={setTakes} />
      {tried && nothing && (
        <p role="alert" className={classes.text}>
          {nothing}
        </p>
      )}
      <ClassPicks label="What goes on in their place" value={leaves} onChange={setLeaves} />
      <Textarea
        label="How"
        size="xs"
        required
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.note}
        onPaste={pasteWhole(LIMITS.note)}
        value={why}
        error={tried ? problem : null}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button size="xs" type="submit">
          Declare
        </Button>
      </Group>
    </form>
  );
}
