import { useMantineColorScheme } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import type { CommandContext } from './table/entry.ts';

/** What commands need of the outside; the same object for as long as the host is the same. */
export function useCommandContext(): CommandContext {
  const host = useHost();
  const { toggleColorScheme } = useMantineColorScheme();
  const toggle = useRef(toggleColorScheme);
  useLayoutEffect(() => {
    toggle.current = toggleColorScheme;
  });
  return useMemo(() => ({ host, toggleTheme: () => toggle.current() }), [host]);
}
