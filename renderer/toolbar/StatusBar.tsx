import { applicable } from '../../shared/validate/report.ts';
import { type SaveState, saveState } from '../files/documentName.ts';
import { useSaving } from '../files/saveActions.ts';
import { checkedIn, reportOf } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useZoom } from '../state/viewport.ts';
import { PanelButtons } from './PanelButtons.tsx';
import classes from './StatusBar.module.css';

const SAVE_WORDS: Readonly<Record<SaveState, string>> = {
  new: 'Not saved yet',
  unsaved: 'Unsaved changes',
  saved: 'Saved',
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

function Counts() {
  const resources = useStore((state) => state.history.present.resources.length);
  const flows = useStore((state) => state.history.present.flows.length);
  const controls = useStore((state) => applicable(reportOf(state).tally));
  const parts = [
    count(resources, 'resource', 'resources'),
    count(flows, 'flow', 'flows'),
    count(controls, 'control', 'controls'),
  ];
  return <span data-testid="status-counts">{parts.join(' · ')}</span>;
}

function CheckTime() {
  const milliseconds = useStore((state) => checkedIn(state).toFixed(1));
  return <span className={classes.quiet}>Checked in {milliseconds} ms</span>;
}

function Zoom() {
  const percent = useZoom((state) => Math.round(state.zoom * 100));
  return <span>{percent} %</span>;
}

/** The bottom bar: how much there is, whether it is saved, and the zoom. */
export function StatusBar() {
  const saving = useSaving((state) => state.saving);
  const saved = useStore(saveState);
  const drawing = useStore((state) => state.view === 'editor');
  return (
    <section className={classes.bar} data-part tabIndex={-1} aria-label="Status">
      {drawing && (
        <>
          <Counts />
          <CheckTime />
          <span className={classes.end} data-testid="save-state">
            {saving ? 'Saving…' : SAVE_WORDS[saved]}
          </span>
          <Zoom />
          <PanelButtons />
        </>
      )}
    </section>
  );
}
