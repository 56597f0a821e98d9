import { IconCopy } from '@tabler/icons-react';
import { writeText } from '../../clipboard/writeText.ts';
import { announce } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import classes from './CodeBlock.module.css';

async function copy(name: string, text: string): Promise<void> {
  if (await writeText(text)) announce(`Copied the ${name}`);
  else tell('This browser does not let a page write to the clipboard. Select the text and copy it by keys.', 'warning');
}

/** A piece of code to copy, by its button or by selecting it. */
export function CodeBlock({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <figure className={classes.block}>
      <figcaption className={classes.caption}>
        {name}
        <button type="button" aria-label={`Copy ${name}`} onClick={() => void copy(name, text)}>
          <IconCopy size={14} aria-hidden="true" />
          Copy
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.code} aria-label={`Code of ${name}`} tabIndex={0}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  );
}
