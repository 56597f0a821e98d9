import { IconArrowNarrowLeft, IconArrowNarrowRight, IconChevronRight, IconNote } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import { GapBadge } from '../canvas/GapBadge.tsx';
import { iconUri } from '../icons.ts';
import { isFlow, isResource, itemOf } from '../inspector/element.ts';
import { OutcomeGlyph } from '../shell/OutcomeGlyph.tsx';
import { catalog } from '../state/catalog.ts';
import { useElementReport } from '../state/derived.ts';
import { present } from '../state/store.ts';
import classes from './Outline.module.css';
import type { OutlineRow } from './rows.ts';

interface Props {
  readonly row: OutlineRow;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  /** True for the one row that Tab leads to. */
  readonly active: boolean;
  readonly onActive: (index: number) => void;
}

const FLOW_WORDS = { flowOut: 'flow to', flowIn: 'flow from' } as const;

function ElementIcon({ id }: { readonly id: string }) {
  const item = itemOf(present(), id);
  if (!item || isFlow(item)) return null;
  const icon = isResource(item)
    ? catalog.services.get(item.service)?.service.icon
    : catalog.boundaries.get(item.kind)?.kind.icon;
  return icon === undefined ? null : <img className={classes.icon} src={iconUri(icon)} alt="" draggable={false} />;
}

function Mark({ row }: { readonly row: OutlineRow }) {
  switch (row.kind) {
    case 'flowOut':
      return <IconArrowNarrowRight className={classes.icon} size={16} aria-hidden="true" />;
    case 'flowIn':
      return <IconArrowNarrowLeft className={classes.icon} size={16} aria-hidden="true" />;
    case 'text':
      return <IconNote className={classes.icon} size={16} aria-hidden="true" />;
    case 'finding':
      return row.finding && <OutcomeGlyph outcome={row.finding.outcome} severity={row.finding.severity} />;
    default:
      return <ElementIcon id={row.element} />;
  }
}

function Fold({ row }: { readonly row: OutlineRow }) {
  if (row.open === null) return <span className={classes.fold} />;
  // No button of its own: the keys of the tree open and close the row.
  return (
    <span className={classes.fold} data-fold data-open={row.open} aria-hidden="true">
      <IconChevronRight size={14} />
    </span>
  );
}

/** One row of the outline. */
export const Row = memo(function Row({ row, index, top, selected, active, onActive }: Props) {
  const tally = useElementReport(row.element)?.tally;
  const words = row.kind === 'flowOut' || row.kind === 'flowIn' ? FLOW_WORDS[row.kind] : null;
  const style: CSSProperties & Record<'--level', number> = { top, '--level': row.level };
  return (
    <div
      role="treeitem"
      className={classes.row}
      style={style}
      data-index={index}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={row.open ?? undefined}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActive(index)}
    >
      <Fold row={row} />
      <Mark row={row} />
      {words !== null && <span className="visually-hidden">{words} </span>}
      <span className={classes.name} title={row.name}>
        {row.name}
      </span>{' '}
      {row.what !== '' && <span className={classes.what}>{row.what}</span>}{' '}
      {row.finding === null && row.kind !== 'text' && (
        <span className={classes.badge}>
          <GapBadge tally={tally} />
        </span>
      )}
    </div>
  );
});
