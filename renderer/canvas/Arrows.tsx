import classes from './Arrows.module.css';

const TONES = ['critical', 'high', 'medium', 'low', 'info', 'unknown', 'satisfied', 'suppressed', 'none'] as const;

/** The arrowheads that flows point to, one for each colour. */
export function Arrows() {
  return (
    <svg className={classes.defs} aria-hidden="true">
      <defs>
        {TONES.map((tone) => (
          <marker
            key={tone}
            className={classes.marker}
            id={`arrow-${tone}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="12"
            markerHeight="12"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path className={classes.head} data-tone={tone} d="M0 0.5L10 5L0 9.5z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
