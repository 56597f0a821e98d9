import { RULE_STANDINGS, worstFirst } from '../../shared/exposure/rules.ts';
import { ruleFoundText, ruleText } from '../../shared/exposure/words.ts';
import { showPath } from '../exposure/PathList.tsx';
import { openExposure } from '../exposure/session.ts';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { useRules } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './BrokenRules.module.css';

/** Rules of the diagram that do not hold, each leading to its first path. They are no findings, and counted by themselves. */
export function BrokenRules() {
  const catalog = useCatalog();
  const diagram = useStore((state) => state.history.present);
  const rules = worstFirst(useRules().filter(({ standing }) => standing !== 'holds'));
  if (rules.length === 0) return null;
  const names = { diagram, catalog };
  return (
    <section className={classes.strip} aria-label="Rules that do not hold">
      <ul>
        {rules.map((judged) => {
          const { rule, standing, paths } = judged;
          const [first] = paths;
          return (
            <li key={rule.id}>
              <button
                type="button"
                onClick={() => {
                  openExposure(rule.question);
                  if (first) showPath(names, first);
                }}
              >
                {standing === 'broken' && <SeverityTag severity={rule.severity} />}
                <strong>
                  {standing === 'broken' ? 'Rule broken' : `Rule ${RULE_STANDINGS[standing].toLowerCase()}`}
                </strong>
                <span className={classes.what} title={ruleText(names, rule)}>
                  {ruleText(names, rule)}
                </span>
                <span className={classes.found}>{ruleFoundText(judged)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
