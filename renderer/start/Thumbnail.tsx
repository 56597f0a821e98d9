import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Diagram } from '../../shared/diagram/schema.ts';
import type { Theme } from '../../shared/export/svg/style.ts';
import type { Report } from '../../shared/validate/report.ts';
import classes from './StartPage.module.css';

interface Props {
  readonly diagram: Diagram;
  readonly report: Report;
  /** Whether it shows gaps. */
  readonly judged: boolean;
}

/** Pictures that were drawn, by what they are of: a report is of one diagram and one catalog. */
const drawn = new WeakMap<Report, Map<Theme, string>>();

async function addressOf({ diagram, report, judged }: Props, theme: Theme): Promise<string> {
  const known = drawn.get(report)?.get(theme);
  if (known !== undefined) return known;
  // What draws pictures is no part of what the window starts with.
  const { drawThumbnail } = await import('./drawThumbnail.ts');
  const address = `data:image/svg+xml,${encodeURIComponent(drawThumbnail(diagram, report, theme, judged))}`;
  const themes = drawn.get(report) ?? new Map<Theme, string>();
  drawn.set(report, themes.set(theme, address));
  return address;
}

/** A small picture of a diagram, drawn when there is time for it. What it shows is said beside it. */
export function Thumbnail(props: Props) {
  const { diagram, report, judged } = props;
  const theme = useComputedColorScheme('light');
  const [address, setAddress] = useState<string | null>(() => drawn.get(report)?.get(theme) ?? null);
  useEffect(() => {
    let gone = false;
    const task = requestIdleCallback(() => {
      void addressOf({ diagram, report, judged }, theme).then((made) => gone || setAddress(made));
    });
    return () => {
      gone = true;
      cancelIdleCallback(task);
    };
  }, [diagram, report, judged, theme]);
  return (
    <span className={classes.thumbnail} aria-hidden="true">
      {address !== null && <img src={address} alt="" draggable={false} />}
    </span>
  );
}
