import type { ComparedElement, ComparedReview } from '../../shared/export/comparison.ts';
import box from './Box.module.css';
import classes from './Differences.module.css';

const MOST = 40;

interface Line {
  readonly key: string;
  readonly name: string;
  readonly more: string;
}

const elementLine = ({ id, name, service, changes }: ComparedElement): Line => ({
  key: id,
  name,
  more: changes.length === 0 ? service : changes.map((one) => `${one.label}: ${one.before} → ${one.after}`).join('; '),
});

function Part({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - MOST;
  return (
    <>
      <h3 className={classes.title}>
        {title} ({lines.length})
      </h3>
      <ul>
        {lines.slice(0, MOST).map(({ key, name, more: detail }) => (
          <li key={key}>
            <strong>{name}</strong> {detail}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more.</p>}
    </>
  );
}

/** What two states of a diagram say differently: elements, rules, decisions and gaps. */
export function Differences({ review }: { readonly review: ComparedReview }) {
  const { before, after, summary, added, removed, changed, rules, decisions, opened, closed } = review;
  const gapLines = (gaps: ComparedReview['opened']): readonly Line[] =>
    gaps.map(({ key, element, title, severity }) => ({ key, name: element, more: `${title} (${severity})` }));
  return (
    // Scrolls by itself, so it can be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus
    <section className={`${box.box} ${classes.differences}`} aria-label={`From ${before} to ${after}`} tabIndex={0}>
      <p>
        From {before} to {after}: {summary}
      </p>
      <Part title={`Only in ${after}`} lines={added.map(elementLine)} />
      <Part title={`Only in ${before}`} lines={removed.map(elementLine)} />
      <Part title="Changed" lines={changed.map(elementLine)} />
      <Part title="Rules" lines={rules.map(({ id, text }) => ({ key: id, name: '', more: text }))} />
      <Part title="Decisions" lines={decisions.map((line) => ({ key: line, name: '', more: line }))} />
      <Part title="Gaps that open" lines={gapLines(opened)} />
      <Part title="Gaps that close" lines={gapLines(closed)} />
    </section>
  );
}
