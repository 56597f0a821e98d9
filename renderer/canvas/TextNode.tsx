import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { TEXT_MIN } from '../../shared/diagram/geometry.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { paragraphsOf, shownLines, TEXT_LOOKS } from '../../shared/export/textBox.ts';
import { useStore } from '../state/store.ts';
import { Resizer } from './Resizer.tsx';
import { TextField } from './TextField.tsx';
import classes from './TextNode.module.css';
import type { TextNode as Shown } from './types.ts';
import { useLabel } from './useLabel.ts';

/** The lines that the exported picture has too; where the box is too small the rest shows on hover and focus. */
function Lines({ data }: { readonly data: Shown['data'] }) {
  const { font, line, padding } = TEXT_LOOKS[data.style];
  const { whole } = shownLines(data);
  const style = {
    padding: `${padding.y}px ${padding.x}px`,
    fontSize: font.size,
    lineHeight: `${line}px`,
  };
  return (
    <div className={whole ? classes.lines : `${classes.lines} nowheel`} data-cut={!whole} style={style}>
      {paragraphsOf(data).map(({ lines, rightToLeft }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is what stands at its place
        <p key={index} dir={rightToLeft ? 'rtl' : 'ltr'}>
          {lines.join('\n') || '\u00A0'}
        </p>
      ))}
    </div>
  );
}

function TextCard({ id, data, selected }: NodeProps<Shown>) {
  const writing = useStore((state) => state.renaming === id);
  const label = useLabel(oneLine(`${data.style === 'title' ? 'Title' : 'Note'}: ${data.text || 'empty'}`));
  return (
    <div ref={label} className={classes.box} data-style={data.style} data-selected={selected}>
      {writing ? <TextField id={id} data={data} /> : <Lines data={data} />}
      {selected && !writing && <Resizer least={TEXT_MIN} />}
    </div>
  );
}

/** A title or note on the canvas. */
export const TextNode = memo(TextCard, (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected);
