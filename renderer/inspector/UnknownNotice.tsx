import classes from './Inspector.module.css';

/** Says that the catalog does not know an element's service or kind: it is kept, and nothing is checked. */
export function UnknownNotice({ type }: { readonly type: string }) {
  return (
    <p className={classes.notice}>
      <b>?</b> This catalog has no entry for <code>{type}</code>, so nothing is checked. It is kept in the diagram as it
      is.
    </p>
  );
}
