import { IconExternalLink } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import classes from './ExternalLink.module.css';

/** A page on the web; the host asks, and opens it outside the app. */
export function ExternalLink({ url, title }: { readonly url: string; readonly title: ReactNode }) {
  const host = useHost();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    void host.call('link:open', url);
  };
  const openByMiddle = (event: MouseEvent) => {
    if (event.button === 1) open(event);
  };
  return (
    <a className={classes.link} href={url} target="_blank" rel="noreferrer" onClick={open} onAuxClick={openByMiddle}>
      {title}
      <IconExternalLink className={classes.icon} size={12} aria-hidden="true" />
    </a>
  );
}
