import { changedFacts } from '../../../shared/validate/decided.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { catalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';

interface ChangedFactsProps {
  readonly assessment: Assessment;
  readonly className: string | undefined;
}

/** What is not any more as it was when somebody decided on an assessment. */
export function ChangedFacts({ assessment, className }: ChangedFactsProps) {
  const diagram = useStore((state) => state.history.present);
  return (
    <ul className={className}>
      {changedFacts({ diagram, catalog }, assessment).map(({ label, before, after }) => (
        <li key={label}>
          {label}: was {before}, is {after}
        </li>
      ))}
    </ul>
  );
}
