import type { ReactNode } from 'react';
import { ExternalLink } from '../ExternalLink.tsx';
import classes from './links.module.css';

/** A link that somebody wrote, whose words may say anything: where it leads stands beside it. */
export function WebLink({ url, children }: { readonly url: URL; readonly children: ReactNode }) {
  return (
    <span className={classes.link}>
      <ExternalLink url={url.href} title={<bdi>{children}</bdi>} /> <bdi className={classes.host}>({url.host})</bdi>
    </span>
  );
}
