import { Button, Checkbox, Group } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { counted } from '../../shared/export/text.ts';
import type { Situation } from '../../shared/remedy/effect.ts';
import { type Change, effectOfChanges, fewest, type Plan, stepsOf } from '../../shared/remedy/plan.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useStore } from '../state/store.ts';
import { doSteps, situationOf } from './doSteps.ts';
import { EffectList } from './EffectList.tsx';
import { planInSlices } from './planInSlices.ts';
import classes from './Remedy.module.css';

/** More changes than this are shown when asked for. */
const MANY = 30;

/** "9 gaps: 2 critical, 7 high". */
function gapsText({ gaps }: Change): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: gaps.filter((gap) => gap.severity === severity).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} ${severity}`);
  return `${counted(gaps.length, 'gap')}: ${parts.join(', ')}`;
}

interface ChoicesProps {
  readonly changes: readonly Change[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function Choices({ changes, chosen, onChange }: ChoicesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, MANY);
  return (
    <div className={classes.list}>
      <Checkbox.Group value={[...chosen]} onChange={onChange} label="What closes most by severity comes first">
        {shown.map((change) => (
          <Checkbox
            key={change.key}
            value={change.key}
            size="xs"
            className={classes.choice}
            label={change.label}
            description={`${gapsText(change)}${change.safe ? '' : '. A choice: look at it.'}`}
          />
        ))}
      </Checkbox.Group>
      {shown.length < changes.length && (
        <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
          Show {changes.length - shown.length} more
        </Button>
      )}
    </div>
  );
}

const LOOKING = 'Looking for what closes most…';
const NONE: readonly string[] = [];
const keysOf = (changes: readonly Change[]): string[] => changes.map(({ key }) => key);

/** The changes of a plan: chosen one by one, tried together, done as one step. */
function Chooser({ situation, plan, onClose }: { situation: Situation; plan: Plan; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>(() => keysOf(fewest(plan)));
  // Tried after the list is there, and after each tick.
  const tried = useDeferredValue(chosen, NONE);
  const changes = useMemo(() => plan.changes.filter(({ key }) => tried.includes(key)), [plan, tried]);
  const effect = useMemo(() => effectOfChanges(situation, changes), [situation, changes]);
  const gaps = situation.report.tally.gap;
  const summary =
    changes.length === 0
      ? `Nothing is chosen. ${counted(gaps, 'gap')} stay.`
      : `${changes.length === 1 ? 'This change closes' : `These ${changes.length} changes close`} ${effect.closed.length} of ${counted(gaps, 'gap')}${
          effect.opened.length === 0 ? '' : ` and open ${effect.opened.length}`
        }.`;
  const make = (): void => {
    onClose();
    doSteps(changes.length === 1 ? `Change: ${changes[0]?.label}` : `${changes.length} changes`, stepsOf(changes));
  };
  return (
    <>
      <p className={classes.subject} role="status">
        {tried === chosen ? summary : LOOKING}
      </p>
      <Group gap="xs" className={classes.picks}>
        <Button size="xs" variant="default" onClick={() => setChosen(keysOf(fewest(plan)))}>
          The first that close four of five
        </Button>
        <Button size="xs" variant="default" onClick={() => setChosen(keysOf(plan.changes.filter(({ safe }) => safe)))}>
          All with one safe answer
        </Button>
        <Button size="xs" variant="default" onClick={() => setChosen([])}>
          None
        </Button>
      </Group>
      <div className={classes.columns}>
        <Choices changes={plan.changes} chosen={chosen} onChange={setChosen} />
        <EffectList effect={effect} />
      </div>
      <Group justify="flex-end" gap="xs" className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={changes.length === 0} onClick={make}>
          {changes.length === 1 ? 'Make this change' : `Make these ${changes.length} changes`}
        </Button>
      </Group>
    </>
  );
}

/** The changes that close most gaps, as soon as they are found. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  // The document does not change while the dialog is open.
  const [situation] = useState(() => situationOf(useStore.getState()));
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    const search = new AbortController();
    void planInSlices(situation, search.signal).then(setPlan);
    return () => search.abort();
  }, [situation]);
  const isDone = situation.report.tally.gap === 0;
  return (
    <Frame title="Changes that close most gaps" size="xl" onClose={onClose}>
      {isDone ? (
        <>
          <p>There is no gap here.</p>
          <Group justify="flex-end" className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          </Group>
        </>
      ) : plan ? (
        <Chooser situation={situation} plan={plan} onClose={onClose} />
      ) : (
        <p role="status">{LOOKING}</p>
      )}
    </Frame>
  );
}
