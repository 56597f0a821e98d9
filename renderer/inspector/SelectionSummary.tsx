import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { resourcesById } from '../../shared/diagram/graph.ts';
import { type Finding, NO_TALLY, type Report, sumTallies } from '../../shared/validate/report.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { useReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { ManyData } from './data/ManyData.tsx';
import { itemOf } from './element.ts';
import { BadgeField } from './header/BadgeField.tsx';
import { ManySettings } from './many/ManySettings.tsx';
import { NotesTab } from './notes/NotesTab.tsx';
import { elementsText } from './settings/elementsText.ts';
import classes from './summary.module.css';
import { WorstGaps } from './WorstGaps.tsx';

function countsText({ elements }: Report, ids: readonly string[]): string {
  const { gap, unknown } = sumTallies(ids.map((id) => elements.get(id)?.tally ?? NO_TALLY));
  return `${gap} ${gap === 1 ? 'gap' : 'gaps'} · ${unknown} open ${unknown === 1 ? 'question' : 'questions'}`;
}

function findingsOf({ findings }: Report, ids: readonly string[]): readonly Finding[] {
  const wanted = new Set(ids);
  return findings.filter(({ element }) => wanted.has(element.id));
}

/** The badge of all, while nothing but resources is selected. */
function ManyBadge({ ids }: { readonly ids: readonly string[] }) {
  const diagram = useStore((state) => state.history.present);
  const resources = ids.flatMap((id) => resourcesById(diagram.resources).get(id) ?? []);
  const badges = new Set(resources.map(({ badge = '' }) => badge));
  const [only = ''] = badges;
  return resources.length === ids.length ? (
    <div className={classes.apart}>
      <BadgeField key={ids.join(' ')} ids={ids} badge={badges.size > 1 ? null : only} />
    </div>
  ) : null;
}

/** The note of all elements; texts on the canvas have none. */
function ManyNotes({ ids }: { readonly ids: readonly string[] }) {
  const diagram = useStore((state) => state.history.present);
  const items = ids.flatMap((id) => itemOf(diagram, id) ?? []);
  return items.length > 0 ? (
    <div className={classes.apart}>
      <NotesTab items={items} />
    </div>
  ) : null;
}

/** What the inspector shows while several elements are selected: what they share, and what they lack. */
export function SelectionSummary() {
  const selection = useStore((state) => state.selection);
  const report = useReport();
  const findings = useMemo(() => findingsOf(report, selection), [report, selection]);
  const copiable = useStore((state) => isEnabled('duplicate', state));
  const context = useCommandContext();
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>{selection.length} elements selected</h2>
      <p className={classes.quiet}>{elementsText(selection)}</p>
      <p className={classes.quiet}>{countsText(report, selection)}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" disabled={!copiable} onClick={() => runCommand('duplicate', context)}>
          Duplicate
        </Button>
        <Button size="xs" variant="default" onClick={() => runCommand('delete', context)}>
          Delete
        </Button>
      </div>
      <WorstGaps findings={findings} most={3} />
      <ManyBadge ids={selection} />
      <section aria-label="Settings of all">
        <h3 className={classes.heading}>Settings of all</h3>
        {/* What is half typed belongs to the elements it was typed for. */}
        <ManySettings key={selection.join(' ')} ids={selection} />
      </section>
      <div className={classes.apart}>
        <ManyData ids={selection} />
      </div>
      <ManyNotes key={`notes of ${selection.join(' ')}`} ids={selection} />
    </div>
  );
}
