import { Button, Group, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { counted } from '../../shared/export/text.ts';
import { differences } from '../files/reload.ts';
import { useVersions } from '../files/useVersions.ts';
import type { Version } from '../files/versions.ts';
import { Thumbnail } from '../start/Thumbnail.tsx';
import { exactTimeText } from '../start/timeText.ts';
import { commit, flyTo, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { Differences } from './Differences.tsx';
import { Frame } from './Frame.tsx';
import classes from './VersionsDialog.module.css';

const titleOf = ({ replacedAt }: Version): string => `the version until ${exactTimeText(replacedAt)}`;

function gapsOf({ report }: Version): string {
  if (report === null) return 'cannot be read';
  return report.tally.gap === 0 ? 'no gaps' : counted(report.tally.gap, 'gap');
}

function Shown({ version, now }: { readonly version: Version; readonly now: Diagram }) {
  const { diagram, report } = version;
  const review = useMemo(
    () => diagram && differences(diagram, now, { before: titleOf(version), after: 'the diagram now' }),
    [diagram, now, version],
  );
  if (diagram === null || report === null || review === null) return <p>It is damaged. It stays where it is kept.</p>;
  return (
    <>
      <Thumbnail diagram={diagram} report={report} judged />
      <Differences review={review} />
    </>
  );
}

function restore(version: Version): void {
  const { diagram } = version;
  if (diagram === null) return;
  commit(`Restore ${titleOf(version)}`, () => diagram);
  flyTo('all');
  tell(`Restored ${titleOf(version)}. Undo goes back.`);
}

interface VersionsDialogProps {
  /** Id of the version that is shown first; null: the newest. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** What the open file held before it was saved over: to look at, and to restore. */
export function VersionsDialog({ first, onClose }: VersionsDialogProps) {
  const file = useStore((state) => state.file);
  const now = useStore((state) => state.history.present);
  const versions = useVersions();
  const [chosen, setChosen] = useState(first);
  // The versions come one after the other: another one must not stand in for the one that was asked for.
  const shown = versions?.find(({ id }) => chosen === null || id === chosen);
  return (
    <Frame title={`Earlier versions of ${file?.name ?? 'this diagram'}`} size="xl" onClose={onClose}>
      {versions?.length === 0 && <p>None is kept yet. Each save from now on keeps what the file held before.</p>}
      {versions !== null && versions.length > 0 && (
        <div className={classes.columns}>
          <Radio.Group
            value={shown?.id ?? null}
            onChange={setChosen}
            label="Versions"
            labelProps={{ className: 'visually-hidden' }}
            className={classes.list}
          >
            {versions.map((version) => (
              <Radio
                key={version.id}
                value={version.id}
                size="xs"
                className={classes.version}
                label={`Until ${exactTimeText(version.replacedAt)}`}
                description={gapsOf(version)}
              />
            ))}
          </Radio.Group>
          <div className={classes.shown}>{shown && <Shown version={shown} now={now} />}</div>
        </div>
      )}
      <Group className={classes.choices} gap="xs">
        <Button
          disabled={!shown?.diagram}
          onClick={() => {
            onClose();
            if (shown) restore(shown);
          }}
        >
          Restore this version
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Frame>
  );
}
