import { elementsOn, type Path, type Paths } from '../../shared/exposure/findPaths.ts';
import { foundText, type Names, pathText } from '../../shared/exposure/words.ts';
import { trace, useTraced } from '../state/traced.ts';
import classes from './Exposure.module.css';

/** Draws a path on the canvas. */
export const showPath = (names: Names, path: Path): void => trace(elementsOn(path), pathText(names, path));

function PathButton({ names, path }: { readonly names: Names; readonly path: Path }) {
  const isShown = useTraced(({ ids }) => ids.length > 0 && ids.join() === elementsOn(path).join());
  return (
    <button type="button" className={classes.path} aria-pressed={isShown} onClick={() => showPath(names, path)}>
      {pathText(names, path)}
    </button>
  );
}

/** What came of a question: how many paths, and each as a button that draws it. */
export function PathList({ names, found }: { readonly names: Names; readonly found: Paths }) {
  const { asked, paths } = found;
  return (
    <section aria-label="Answer">
      <h3 className={classes.heading}>
        <span role="status">{foundText(found)}</span>
      </h3>
      {asked === 0 && (
        <p className={classes.quiet}>
          No store in this diagram has such data. Say which data enter at a resource: Settings, Data.
        </p>
      )}
      <ul className={classes.list}>
        {paths.map((path) => (
          <li key={path.resources.at(-1)}>
            <PathButton names={names} path={path} />
          </li>
        ))}
      </ul>
    </section>
  );
}
