import type { MouseEvent } from 'react';
import { showControl } from '../inspector/shownControl.ts';
import { reportOf } from '../state/derived.ts';
import { select, setSession, useStore } from '../state/store.ts';

/** Selects a flow and shows its controls, with the worst that it lacks, else its first open question, unfolded. */
export function openFlow(id: string): void {
  const findings = reportOf(useStore.getState()).elements.get(id)?.findings ?? [];
  const first = findings.find(({ outcome }) => outcome === 'gap') ?? findings[0];
  select([id]);
  setSession({ inspectorTab: 'controls' });
  showControl(first?.key ?? null);
}

/** A click on a flow: on its pill it opens what is missing, unless it adds to the selection. */
export function onFlowClick(event: MouseEvent, { id }: { readonly id: string }): void {
  const isOnPill = event.target instanceof Element && event.target.closest('[data-pill]') !== null;
  if (isOnPill && !event.shiftKey && !event.metaKey && !event.ctrlKey) openFlow(id);
}
