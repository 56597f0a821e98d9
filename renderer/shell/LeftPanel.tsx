import { Tabs } from '@mantine/core';
import { Outline } from '../outline/Outline.tsx';
import { Palette } from '../palette/Palette.tsx';
import { type Remembered, remember, useRemembered } from '../state/remembered.ts';
import classes from './LeftPanel.module.css';

const CLASSES = {
  root: classes.tabs ?? '',
  list: classes.list ?? '',
  tab: classes.tab ?? '',
  panel: classes.panel ?? '',
};

/** The left panel: what can be put on the canvas, or what is on it as a tree. */
export function LeftPanel() {
  const tab = useRemembered((each) => each.leftTab);
  return (
    <Tabs
      value={tab}
      onChange={(next) => next !== null && remember('leftTab', next as Remembered['leftTab'])}
      keepMounted={false}
      data-part
      classNames={CLASSES}
    >
      <Tabs.List aria-label="Left panel" grow>
        <Tabs.Tab value="services">Services</Tabs.Tab>
        <Tabs.Tab value="outline">Outline</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="services" keepMounted>
        <Palette />
      </Tabs.Panel>
      <Tabs.Panel value="outline">
        <Outline />
      </Tabs.Panel>
    </Tabs>
  );
}
