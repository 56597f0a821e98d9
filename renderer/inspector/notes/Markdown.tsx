import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { ExternalLink } from '../ExternalLink.tsx';
import { safeUrl } from '../links/findLinks.ts';
import { LinkedText } from '../links/LinkedText.tsx';
import { WebLink } from '../links/WebLink.tsx';
import { linkAddresses } from './linkAddresses.ts';
import classes from './Notes.module.css';
import type { NotePart } from './splitNote.ts';

/** Headings of a note are parts of one panel, whatever their number of signs. */
const heading: Components['h1'] = ({ children }) => <h3 className={classes.heading}>{children}</h3>;

const COMPONENTS: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) => {
    const url = safeUrl(href ?? '');
    if (!url) return <>{children}</>;
    if (children === url.href) return <ExternalLink url={url.href} title={children} />;
    return <WebLink url={url}>{children}</WebLink>;
  },
  // Nothing is loaded from anywhere: an image is named.
  img: ({ alt }) => <span className={classes.image}>[image{alt ? `: ${alt}` : ''}]</span>,
};

const PLUGINS = [linkAddresses];

/** A part of a note as it reads. HTML in it is shown as typed; links lead out only after a click. */
export const Markdown = memo(function Markdown({ part }: { readonly part: NotePart }) {
  if (!part.isMarkdown) {
    return (
      <p>
        <LinkedText text={part.text} />
      </p>
    );
  }
  return (
    <ReactMarkdown components={COMPONENTS} remarkPlugins={PLUGINS}>
      {part.text}
    </ReactMarkdown>
  );
});
