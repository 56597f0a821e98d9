import { Separator } from 'react-resizable-panels';
import { type PanelId, usePanelShown } from '../state/panels.ts';
import { useRemembered } from '../state/remembered.ts';
import { useStore } from '../state/store.ts';
import classes from './App.module.css';

interface Props {
  readonly panel: PanelId;
  readonly label: string;
  /** Pixels, until somebody changes it. */
  readonly size: number;
}

/** The border that makes a panel larger or smaller. By itself it says its place in per cent of the window. */
export function PanelBorder({ panel, label, size }: Props) {
  const presenting = useStore((state) => state.presenting);
  const shown = usePanelShown(panel);
  const pixels = useRemembered((each) => each.panelSizes[panel]) ?? size;
  return (
    <Separator
      className={classes.separator}
      disabled={presenting}
      aria-label={label}
      aria-valuetext={shown ? `${pixels} pixels` : 'folded away'}
    />
  );
}
