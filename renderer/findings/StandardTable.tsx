import { type MouseEvent, useMemo, useRef } from 'react';
import type { Report } from '../../shared/validate/report.ts';
import {
  type RequirementReport,
  reportByStandard,
  type Standard,
  type StandardReport,
  type Standing,
  standingText,
  totalsText,
} from '../../shared/validate/standards.ts';
import { moveAmongTiles } from '../palette/moveFocus.ts';
import { useCatalog } from '../state/useCatalog.ts';
import findings from './Findings.module.css';
import { type ShownOutcome, setFilter, useFilter } from './filter.ts';
import { openRequirement, useRequirementPlace } from './requirementPlace.ts';
import classes from './StandardTable.module.css';

const GLYPHS: Readonly<Record<Standing, string>> = {
  gap: '!',
  unknown: '?',
  suppressed: '~',
  satisfied: '✓',
  notInDiagram: '–',
  notCovered: '∅',
};

/** What the list of findings shows for a requirement: what is worst of it. */
const OUTCOMES: Readonly<Partial<Record<Standing, ShownOutcome>>> = {
  gap: 'gap',
  unknown: 'unknown',
  suppressed: 'suppressed',
};

function Totals({ standard, totals }: Pick<StandardReport, 'standard' | 'totals'>) {
  return (
    <p className={classes.totals}>
      <span title={`${standard.name} ${standard.version}`}>{standard.shortName}</span>: {totalsText(totals, ' · ')}. A
      mapping, not a claim of compliance.
    </p>
  );
}

const MOST_SHOWN = 4;

/** The first controls that serve a requirement; the rest as a number. */
function Serving({ ids }: { readonly ids: readonly string[] }) {
  const more = ids.length - MOST_SHOWN;
  return (
    <span title={ids.join(', ')}>
      {ids.slice(0, MOST_SHOWN).join(', ')}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}

interface RowProps {
  readonly standard: Standard;
  readonly row: RequirementReport;
}

function RequirementRow({ standard, row }: RowProps) {
  const { requirement, controls, standing } = row;
  const outcome = OUTCOMES[standing];
  const key = `${standard.id} ${requirement.id}`;
  const open = (event: MouseEvent) => {
    const wanted = { framework: standard.framework.id, requirement: requirement.id };
    const scrollTop = event.currentTarget.closest('section')?.scrollTop ?? 0;
    if (outcome) openRequirement(wanted, outcome, { row: key, scrollTop });
  };
  return (
    <tr data-standing={standing}>
      <th scope="row">
        {outcome ? (
          <button
            type="button"
            className={classes.requirement}
            data-tile
            data-requirement={key}
            // Escape is not for the search of the palette here.
            onKeyDown={(event) => event.key !== 'Escape' && moveAmongTiles(event)}
            onClick={open}
          >
            {requirement.id}
            <span className="visually-hidden">: show its findings</span>
          </button>
        ) : (
          requirement.id
        )}
      </th>
      <td>{requirement.title}</td>
      <td>
        <span className={classes.standing} data-tone={standing}>
          <span aria-hidden="true">{GLYPHS[standing]} </span>
          {standingText(row)}
        </span>
      </td>
      <td className={classes.serving}>
        {standing === 'notCovered' ? (
          (requirement.notCovered ?? 'No control serves it yet.')
        ) : (
          <Serving ids={controls} />
        )}
      </td>
    </tr>
  );
}

const matches = ({ requirement, controls }: RequirementReport, words: readonly string[]): boolean => {
  const text = [requirement.id, requirement.title ?? '', ...controls].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
};

function NoHit({ onClear }: { readonly onClear: () => void }) {
  const clear = () => {
    setFilter({ search: '' });
    onClear(); // the button goes
  };
  return (
    <div className={findings.empty}>
      <p role="status">No requirement matches the search.</p>
      <button type="button" className={findings.action} onClick={clear}>
        Clear the search
      </button>
    </div>
  );
}

function StandardTable({ standard, totals, requirements }: StandardReport) {
  return (
    <>
      <Totals standard={standard} totals={totals} />
      <table className={classes.requirements} aria-label={standard.name}>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">About</th>
            <th scope="col">State</th>
            <th scope="col">Controls that serve it</th>
          </tr>
        </thead>
        <tbody>
          {requirements.map((row) => (
            <RequirementRow key={row.requirement.id} standard={standard} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RequirementsProps {
  readonly standards: readonly Standard[];
  readonly report: Report;
}

/** The requirements of standards, one after the other: which controls serve each, and how the diagram stands to it. */
export function Requirements({ standards, report }: RequirementsProps) {
  const catalog = useCatalog();
  const list = useRef<HTMLElement>(null);
  useRequirementPlace(list);
  const search = useFilter((filter) => filter.search);
  const all = useMemo(
    () => standards.map((each) => reportByStandard(each, catalog, report)),
    [standards, catalog, report],
  );
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all
    .map((each) => ({ ...each, requirements: each.requirements.filter((row) => matches(row, words)) }))
    .filter(({ requirements }) => requirements.length > 0);
  return (
    <section
      ref={list}
      className={classes.scroller}
      aria-label={`Requirements of ${standards.map(({ name }) => name).join(', ')}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      data-tiles
    >
      {shown.map((each) => (
        <StandardTable key={each.standard.id} {...each} />
      ))}
      {shown.length === 0 && <NoHit onClear={() => list.current?.focus()} />}
    </section>
  );
}
