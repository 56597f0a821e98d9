import { Fragment } from 'react';
import { ExternalLink } from '../ExternalLink.tsx';
import { findLinks } from './findLinks.ts';
import classes from './links.module.css';

interface LinkedTextProps {
  readonly text: string;
  /** Leaves out the words between the links: they stand elsewhere. */
  readonly onlyLinks?: boolean;
}

/** A text whose addresses are links, each written out as it will be opened. */
export function LinkedText({ text, onlyLinks = false }: LinkedTextProps) {
  const pieces = findLinks(text).filter(({ url }) => url !== null || !onlyLinks);
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same piece may come twice, and none ever moves
    <Fragment key={index}>
      {piece.url === null ? (
        piece.text
      ) : (
        <span className={classes.link}>
          {onlyLinks && ' '}
          <ExternalLink url={piece.url} title={piece.url} />
        </span>
      )}
    </Fragment>
  ));
}
