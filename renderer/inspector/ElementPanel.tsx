import { Tabs } from '@mantine/core';
import { applicable, NO_TALLY } from '../../shared/validate/report.ts';
import { useElementReport } from '../state/derived.ts';
import { type InspectorTab, setSession, useStore } from '../state/store.ts';
import { ControlsTab } from './controls/ControlsTab.tsx';
import { type Item, isFlow, isResource, itemOf, useItem, useSubject } from './element.ts';
import { FlowHeader } from './header/FlowHeader.tsx';
import { PlacedHeader } from './header/PlacedHeader.tsx';
import classes from './Inspector.module.css';
import { NotesTab } from './notes/NotesTab.tsx';
import { FlowsTab } from './related/FlowsTab.tsx';
import { InsideTab } from './related/InsideTab.tsx';
import { useRelatedCount } from './related/related.ts';
import { SettingsTab } from './settings/SettingsTab.tsx';
import { UnknownNotice } from './UnknownNotice.tsx';

const TAB_CLASSES = { list: classes.tabs ?? '', tab: classes.tabButton ?? '', panel: classes.tabPanel ?? '' };

type Kind = 'resource' | 'boundary' | 'flow';

const kindOf = (item: Item): Kind => (isFlow(item) ? 'flow' : isResource(item) ? 'resource' : 'boundary');

// What answers change is read where it is shown: with each of them the tabs would be rendered again.

function Head({ id, known }: { readonly id: string; readonly known: boolean }) {
  const item = useItem(id);
  if (!item) return null;
  if (isFlow(item)) return <FlowHeader flow={item} />;
  return (
    <>
      <PlacedHeader item={item} />
      {!known && <UnknownNotice type={isResource(item) ? item.service : item.kind} />}
    </>
  );
}

function ControlsCount({ id }: { readonly id: string }) {
  const tally = useElementReport(id)?.tally ?? NO_TALLY;
  return (
    <>
      Controls {tally.satisfied} / {applicable(tally)}
    </>
  );
}

function Notes({ id }: { readonly id: string }) {
  const item = useItem(id);
  return item && <NotesTab items={[item]} />;
}

/** Everything about one element. */
export function ElementPanel({ id }: { readonly id: string }) {
  const kind = useStore((state) => {
    const item = itemOf(state.history.present, id);
    return item && kindOf(item);
  });
  const hasNote = useStore((state) => (itemOf(state.history.present, id)?.note ?? '') !== '');
  const known = useSubject(id) !== undefined;
  const related = useRelatedCount(id);
  const chosen = useStore(({ inspectorTab }) => inspectorTab);
  if (!kind) return null;
  const flow = kind === 'flow';
  const tab: InspectorTab = (chosen === 'flows' && flow) || (chosen === 'controls' && !known) ? 'settings' : chosen;
  return (
    <>
      <Head id={id} known={known} />
      <Tabs
        value={tab}
        onChange={(next) => next !== null && setSession({ inspectorTab: next as InspectorTab })}
        keepMounted={false}
        classNames={TAB_CLASSES}
      >
        <Tabs.List aria-label="About this element">
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
          {known && (
            <Tabs.Tab value="controls">
              <ControlsCount id={id} />
            </Tabs.Tab>
          )}
          {!flow && (
            <Tabs.Tab value="flows">
              {kind === 'resource' ? 'Flows' : 'Inside'} {related}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="notes">
            Notes
            {hasNote && (
              <span role="img" aria-label="written">
                {' '}
                ●
              </span>
            )}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="settings">
          <SettingsTab id={id} />
        </Tabs.Panel>
        {known && (
          <Tabs.Panel value="controls">
            <ControlsTab id={id} />
          </Tabs.Panel>
        )}
        {!flow && (
          <Tabs.Panel value="flows">{kind === 'resource' ? <FlowsTab id={id} /> : <InsideTab id={id} />}</Tabs.Panel>
        )}
        <Tabs.Panel value="notes">
          <Notes id={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
