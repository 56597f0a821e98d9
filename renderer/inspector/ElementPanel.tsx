import { Tabs } from '@mantine/core';
import { applicable, NO_TALLY } from '../../shared/validate/report.ts';
import { useElementReport } from '../state/derived.ts';
import { type InspectorTab, setSession, useStore } from '../state/store.ts';
import { ControlsTab } from './controls/ControlsTab.tsx';
import { isFlow, isResource, useItem, useSubject } from './element.ts';
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

/** Everything about one element. */
export function ElementPanel({ id }: { readonly id: string }) {
  const item = useItem(id);
  const known = useSubject(id) !== undefined;
  const tally = useElementReport(id)?.tally ?? NO_TALLY;
  const related = useRelatedCount(id);
  const chosen = useStore(({ inspectorTab }) => inspectorTab);
  if (!item) return null;
  const flow = isFlow(item);
  const tab: InspectorTab = (chosen === 'flows' && flow) || (chosen === 'controls' && !known) ? 'settings' : chosen;
  return (
    <>
      {flow ? <FlowHeader flow={item} /> : <PlacedHeader item={item} />}
      {!known && !flow && <UnknownNotice type={isResource(item) ? item.service : item.kind} />}
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
              Controls {tally.satisfied} / {applicable(tally)}
            </Tabs.Tab>
          )}
          {!flow && (
            <Tabs.Tab value="flows">
              {isResource(item) ? 'Flows' : 'Inside'} {related}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="notes">
            Notes
            {item.note !== '' && (
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
          <Tabs.Panel value="flows">{isResource(item) ? <FlowsTab id={id} /> : <InsideTab id={id} />}</Tabs.Panel>
        )}
        <Tabs.Panel value="notes">
          <NotesTab items={[item]} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
