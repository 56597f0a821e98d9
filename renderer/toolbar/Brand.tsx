import classes from './Toolbar.module.css';

/** The name with its mark: a battlement. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">
        <path fill="currentColor" d="M0 15V8h6V1h8v7h6v7z" />
      </svg>
      <span className={classes.brandName}>Parapet</span>
    </span>
  );
}
