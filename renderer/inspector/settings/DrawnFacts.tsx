import { IconSitemap } from '@tabler/icons-react';
import { reasons } from '../../../shared/validate/describe.ts';
import type { ElementReport } from '../../../shared/validate/report.ts';
import { catalog } from '../../state/catalog.ts';
import { useElementReport } from '../../state/derived.ts';
import classes from './Settings.module.css';

/** True of every element, or said in the head of the panel. */
const OBVIOUS = new Set(['service', 'diagramServices']);

/** What the controls of an element read from the drawing, by label. */
function drawnFacts({ assessments }: ElementReport): ReadonlyMap<string, string> {
  const drawn = assessments.flatMap((assessment) =>
    assessment.because.some(({ origin }) => origin === 'graph') ? reasons(catalog, assessment) : [],
  );
  const told = drawn.filter(
    ({ because, fact, label }) => because.origin === 'graph' && label !== fact && !OBVIOUS.has(fact),
  );
  return new Map(told.map(({ label, value }) => [label, value]));
}

/** What nobody answers since the drawing says it: where an element stands, what it is connected to. */
export function DrawnFacts({ id }: { readonly id: string }) {
  const report = useElementReport(id);
  const facts = report ? drawnFacts(report) : new Map<string, string>();
  if (facts.size === 0) return null;
  return (
    <section aria-label="From the drawing">
      <h3 className={classes.heading}>
        <IconSitemap className={classes.originGlyph} size={12} aria-hidden="true" />
        From the drawing
      </h3>
      <dl className={classes.drawn}>
        {[...facts].map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
