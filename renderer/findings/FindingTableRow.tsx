import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { Assessment } from '../../shared/validate/report.ts';
import { applyFix, fixOf } from '../inspector/controls/fix.ts';
import { openFindingMenu } from '../menus/openFindingMenu.ts';
import { OutcomeGlyph } from '../shell/OutcomeGlyph.tsx';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { useStore } from '../state/store.ts';
import findings from './Findings.module.css';
import classes from './FindingsTable.module.css';
import type { FindingRow } from './rows.ts';
import { Standards } from './Standards.tsx';

interface FindingTableRowProps {
  readonly row: FindingRow;
  readonly index: number;
  /** True for the one row that Tab leads to. */
  readonly active: boolean;
  readonly onActive: (index: number) => void;
  readonly onOpen: (assessment: Assessment) => void;
  /** Called when a fix takes the row away. */
  readonly onFixed: (index: number) => void;
}

/** One finding. Enter and a click go to its element; the button in it gives the answers that close it. */
export const FindingTableRow = memo(function FindingTableRow(props: FindingTableRowProps) {
  const { row, index, active, onActive, onOpen, onFixed } = props;
  const { assessment } = row;
  const { severity } = assessment;
  const selected = useStore(({ selection }) => selection.includes(assessment.element.id));
  const fix = fixOf(assessment);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(assessment);
  };
  const onFix = (event: MouseEvent) => {
    event.stopPropagation();
    if (fix) applyFix(fix);
    onFixed(index);
  };
  return (
    <tr
      className={classes.row}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActive(index)}
      onClick={() => onOpen(assessment)}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => openFindingMenu(event, assessment.key)}
    >
      <td>
        <span className={classes.severity}>
          <OutcomeGlyph outcome={assessment.outcome} severity={severity} />
          <SeverityTag severity={severity} />
        </span>
      </td>
      <td title={row.where}>{row.where}</td>
      <td title={row.title}>{row.title}</td>
      <td data-column="category">{row.categoryName}</td>
      <td data-column="standards">
        <Standards standards={row.standards} />
      </td>
      <td>
        {fix && (
          <button
            type="button"
            className={findings.action}
            tabIndex={active ? 0 : -1}
            aria-label={`Fix: ${fix.label}`}
            title={fix.label}
            onClick={onFix}
          >
            Fix
          </button>
        )}
      </td>
    </tr>
  );
});
