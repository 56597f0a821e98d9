import { NativeSelect, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type FocusEvent, memo, useId, useMemo, useState } from 'react';
import { CATEGORIES, CATEGORY_IDS } from '../../shared/catalog/terms.ts';
import { countClasses } from '../../shared/classify/countClasses.ts';
import { DATA_CLASS_IDS, type DataClass } from '../../shared/dataClasses.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { Segments } from '../inspector/Segments.tsx';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './FilterBar.module.css';
import {
  type Candidates,
  countByData,
  isNarrowed,
  listsRequirements,
  type OutcomeCounts,
  type ShownOutcome,
  setFilter,
  useFilter,
} from './filter.ts';
import { SeverityChips } from './SeverityChips.tsx';
import { StandardPicks } from './StandardPicks.tsx';
import { nameOfData, nameOfService, nameOfWithin } from './scope.ts';

const CATEGORY_OPTIONS = [
  { value: '', label: 'All categories' },
  ...CATEGORY_IDS.map((id) => ({ value: id, label: CATEGORIES[id] })),
];

const countedOutcomes = ({
  gap,
  unknown,
  suppressed,
}: OutcomeCounts): readonly { value: ShownOutcome; label: string }[] => [
  { value: 'gap', label: `Gaps ${gap}` },
  { value: 'unknown', label: `Questions ${unknown}` },
  { value: 'suppressed', label: `Accepted ${suppressed}` },
  { value: 'all', label: 'All' },
];

const chooseOutcome = (outcome: ShownOutcome): void => setFilter({ outcome });

/** How many findings the filter leaves; nothing while it leaves all. */
function Matches({ shown, of }: { readonly shown: number; readonly of: number }) {
  return (
    <span className={classes.matches} role="status">
      {shown === of ? '' : `${shown} of ${of}`}
    </span>
  );
}

interface FilterBarProps {
  readonly candidates: Candidates;
  /** How many of those are shown. */
  readonly shown: number;
}

/** A browser leaves what is partly in sight of a row that scrolls where it is. */
const bringIntoSight = ({ target }: FocusEvent) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** Shows and hides the filters where the panel is too low for them (the style sheet decides that). */
function Opener({
  open,
  of,
  onToggle,
}: {
  readonly open: boolean;
  readonly of: string;
  readonly onToggle: () => void;
}) {
  const narrowed = useFilter((filter) =>
    listsRequirements(filter) ? filter.search.trim() !== '' : isNarrowed(filter) || filter.outcome !== 'gap',
  );
  const label = narrowed ? 'Filters (in use)' : 'Filters';
  return (
    <button
      type="button"
      className={classes.opener}
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={of}
      data-narrowed={narrowed}
      onClick={onToggle}
    >
      <IconFilter size={16} aria-hidden="true" />
    </button>
  );
}

const CategorySelect = memo(function CategorySelect() {
  const category = useFilter((filter) => filter.category);
  return (
    <NativeSelect
      className={classes.category}
      aria-label="Category"
      size="xs"
      data={CATEGORY_OPTIONS}
      value={category ?? ''}
      onChange={({ currentTarget: { value } }) =>
        setFilter({ category: CATEGORY_IDS.find((id) => id === value) ?? null })
      }
    />
  );
});

/** Narrows to what data of a class reach. Not there while no class reaches anything. */
function DataSelect({ candidates }: { readonly candidates: readonly Assessment[] }) {
  const catalog = useCatalog();
  const chosen = useFilter((filter) => filter.data);
  const diagram = useStore((state) => state.history.present);
  const options = useMemo(() => {
    const offered = new Set(countClasses({ diagram, catalog }).map((each) => each.class));
    if (chosen) offered.add(chosen);
    if (offered.size === 0) return null;
    const counts = countByData(candidates, diagram);
    const label = (each: DataClass) => `${nameOfData(each)} ${counts[each]}`;
    return [{ value: '', label: 'All data' }, ...[...offered].map((each) => ({ value: each, label: label(each) }))];
  }, [candidates, catalog, chosen, diagram]);
  if (options === null) return null;
  return (
    <NativeSelect
      className={classes.category}
      aria-label="Data"
      size="xs"
      data={options}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) =>
        setFilter({ data: DATA_CLASS_IDS.find((id) => id === value) ?? null })
      }
    />
  );
}

function ScopeChip({ label, onTakeOff }: { readonly label: string; readonly onTakeOff: () => void }) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed
      aria-label={`${label}: show all again`}
      title={label}
      onClick={({ currentTarget }) => {
        // The chip goes, the outcome beside it stays.
        currentTarget.closest('fieldset')?.querySelector<HTMLElement>('input:checked')?.focus();
        onTakeOff();
      }}
    >
      <span className={classes.scope}>{label}</span>
      <IconX size={12} aria-hidden="true" />
    </button>
  );
}

/** The services and the boundary that the list is narrowed to: there as long as they are, to be taken off. */
const Scopes = memo(function Scopes() {
  const service = useFilter((filter) => filter.service);
  const within = useFilter((filter) => filter.within);
  const where = useStore((state) => within && nameOfWithin(state.history.present, within));
  return (
    <>
      {service !== null && <ScopeChip label={nameOfService(service)} onTakeOff={() => setFilter({ service: null })} />}
      {where !== null && <ScopeChip label={where} onTakeOff={() => setFilter({ within: null })} />}
    </>
  );
});

const OnlySelection = memo(function OnlySelection() {
  const onlySelection = useFilter((filter) => filter.onlySelection);
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={onlySelection}
      onClick={() => setFilter({ onlySelection: !onlySelection })}
    >
      Only selection
    </button>
  );
});

const Search = memo(function Search({ label }: { readonly label: string }) {
  const search = useFilter((filter) => filter.search);
  return (
    <TextInput
      className={classes.search}
      aria-label={label}
      placeholder="Search…"
      size="xs"
      type="search"
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={search}
      onChange={({ currentTarget }) => setFilter({ search: currentTarget.value })}
    />
  );
});

/**
 * Counts that filter: by outcome and severity; and the search, the category, the data and the selection. While requirements are
 * listed only what has an effect on them is there.
 */
export function FilterBar({ candidates, shown }: FilterBarProps) {
  const outcome = useFilter((filter) => filter.outcome);
  const requirements = useFilter(listsRequirements);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={classes.bar} data-open={open}>
      <Opener open={open} of={id} onToggle={() => setOpen(!open)} />
      <fieldset id={id} aria-label="Filters" className={classes.tools} onFocus={bringIntoSight}>
        {!requirements && (
          <>
            <Segments
              label="Outcome"
              hideLabel
              segments={countedOutcomes(candidates.byOutcome)}
              value={outcome}
              onChange={chooseOutcome}
            />
            <SeverityChips counts={candidates.bySeverity} />
            <Scopes />
          </>
        )}
        <div className={classes.filters}>
          {!requirements && <Matches shown={shown} of={candidates.rows.length} />}
          {!requirements && <OnlySelection />}
          {!requirements && <DataSelect candidates={candidates.rows} />}
          {!requirements && <CategorySelect />}
          <StandardPicks />
          <Search label={requirements ? 'Search requirements' : 'Search findings'} />
        </div>
      </fieldset>
    </div>
  );
}
