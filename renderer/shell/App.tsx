import { useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { useHostConnection } from '../files/hostEvents.ts';
import { AcceptDialog } from '../inspector/AcceptDialog.tsx';
import { ContextMenu } from '../menus/ContextMenu.tsx';
import { StartPage } from '../start/StartPage.tsx';
import { useSettings } from '../state/settings.ts';
import { refreshToday, useStore } from '../state/store.ts';
import classes from './App.module.css';
import { DropHint } from './DropHint.tsx';
import { Editor } from './Editor.tsx';
import { GapNews } from './GapNews.tsx';
import { LiveText } from './LiveText.tsx';

const HOUR = 3_600_000;

/** Decisions expire by the day, and a window may stay open over midnight. */
function useToday(): void {
  useEffect(() => {
    const timer = setInterval(refreshToday, HOUR);
    window.addEventListener('focus', refreshToday);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refreshToday);
    };
  }, []);
}

/** The theme that is set. Mantine keeps it for the first moments of the next page, before the host has said what is set. */
function useTheme(): void {
  const { setColorScheme } = useMantineColorScheme();
  const { theme, known } = useSettings();
  // Mantine hands out another function in each render; each call writes to the storage and wakes all that has a colour.
  const show = useEffectEvent(setColorScheme);
  useEffect(() => {
    if (known) show(theme === 'system' ? 'auto' : theme);
  }, [theme, known]);
}

/** What was done, read out. By itself, since it changes with every step. */
function Announcements() {
  const announcement = useStore((state) => state.announcement);
  return <LiveText said={announcement} />;
}

/** The window: the start page or the editor, and the dialogs over them. */
export function App() {
  const { kind } = useHost();
  const view = useStore((state) => state.view);
  const serial = useStore((state) => state.catalogSerial);
  useHostConnection();
  useToday();
  useTheme();
  return (
    <main className={classes.app} data-ready="true" data-host={kind}>
      {/* The start page is made again with the catalog; the editor follows it, and stays where one is in it. */}
      {view === 'start' ? <StartPage key={serial} /> : <Editor />}
      <Dialogs />
      <AcceptDialog />
      <ContextMenu />
      <Announcements />
      <GapNews />
      <DropHint />
      <Notifications position="bottom-center" limit={4} />
      <div id="popups" />
    </main>
  );
}
