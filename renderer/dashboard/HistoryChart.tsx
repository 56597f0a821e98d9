import { useId } from 'react';
import { counted, severitiesText } from '../../shared/export/text.ts';
import type { Report } from '../../shared/validate/report.ts';
import { useVersions } from '../files/useVersions.ts';
import { showDialog, useStore } from '../state/store.ts';
import classes from './Dashboard.module.css';
import { historyOf, type Moment, type Point, pointsOf } from './history.ts';

/** Units of the picture, which is stretched to the room there is. */
const [WIDTH, HEIGHT] = [1000, 100];

const showVersion = (version: string): void => showDialog({ kind: 'versions', version });

const at = ({ x, y }: Point): string => `${x * WIDTH} ${(1 - y) * HEIGHT}`;

/** A saved version on the line: leads to what it held, and how that differs. */
function VersionPoint({ point: { x, y, gap, moment } }: { readonly point: Point }) {
  const { version, when } = moment;
  if (version === null) return null;
  const name = `${when}: ${counted(gap, 'gap')}`;
  return (
    <li>
      <button
        type="button"
        className={classes.version}
        style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${(1 - y) * 100}%` }}
        aria-label={name}
        title={name}
        onClick={() => showVersion(version)}
      />
    </li>
  );
}

function Line({ points }: { readonly points: readonly Point[] }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(...points.map(({ gap }) => gap));
  const text = `From ${counted(first.gap, 'gap')} to ${last.gap} over ${counted(points.length - 1, 'saved version')}; ${most} at most.`;
  return (
    <>
      <p className={classes.note}>{text} Every version is judged by the catalog of today. A point shows its version.</p>
      <div className={classes.plot}>
        <svg className={classes.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={classes.ground} d={`M 0 ${HEIGHT} H ${WIDTH}`} />
          <path className={classes.way} d={`M ${points.map(at).join(' L ')}`} />
          {points.map((point) => (
            <path key={point.x} className={classes.point} d={`M ${at(point)} h 0`} />
          ))}
        </svg>
        <ul aria-label="Saved versions">
          {points.map((point) => (
            <VersionPoint key={point.x} point={point} />
          ))}
        </ul>
      </div>
      <p className={classes.ends} aria-hidden="true">
        <span>Oldest kept: {first.gap}</span>
        <span>Now: {last.gap}</span>
      </p>
    </>
  );
}

function HistoryTable({ moments }: { readonly moments: readonly Moment[] }) {
  return (
    <details className={classes.details}>
      <summary>As a table</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Gaps</th>
            <th scope="col">By severity</th>
          </tr>
        </thead>
        <tbody>
          {moments.map(({ version, when, tally }) => (
            <tr key={version ?? 'now'}>
              <th scope="row">
                {version === null ? (
                  when
                ) : (
                  <button type="button" className={classes.more} onClick={() => showVersion(version)}>
                    {when}
                  </button>
                )}
              </th>
              <td>{tally ? tally.gap : 'cannot be read'}</td>
              <td>{tally && severitiesText(tally)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const NO_HISTORY =
  'No earlier version is kept yet. Each save over a file keeps what it held before, and adds a point here.';

function Body({ report }: { readonly report: Report }) {
  const saved = useStore((state) => state.file !== null);
  const versions = useVersions();
  if (!saved || versions?.length === 0) return <p className={classes.note}>{NO_HISTORY}</p>;
  if (versions === null) return <p className={classes.note}>Reading the saved versions…</p>;
  const moments = historyOf(versions, report);
  return (
    <>
      <Line points={pointsOf(moments)} />
      <HistoryTable moments={moments} />
    </>
  );
}

/** How many gaps the saved versions of the file had, and the diagram has now. */
export function HistoryChart({ report }: { readonly report: Report }) {
  const id = useId();
  return (
    <section className={classes.history} aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        Over the saved versions
      </h3>
      <Body report={report} />
    </section>
  );
}
