import { IconTrash } from '@tabler/icons-react';
import { removeRule } from '../../shared/diagram/edit/rule.ts';
import type { Question } from '../../shared/diagram/schema.ts';
import { type JudgedRule, RULE_STANDINGS, worstFirst } from '../../shared/exposure/rules.ts';
import { type Names, ruleFoundText, ruleText } from '../../shared/exposure/words.ts';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { announce, commit } from '../state/store.ts';
import classes from './Exposure.module.css';
import { focusExposure } from './session.ts';

interface RuleListProps {
  readonly names: Names;
  readonly rules: readonly JudgedRule[];
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}

/** The rules of the diagram with how they stand, the worst first. */
export function RuleList({ names, rules, question, onAsk }: RuleListProps) {
  if (rules.length === 0) return null;
  const asked = JSON.stringify(question);
  const remove = ({ rule }: JudgedRule) => {
    const title = ruleText(names, rule);
    commit(`Remove rule: ${title}`, (diagram) => removeRule(diagram, rule.id));
    announce(`Removed the rule: ${title}`);
    focusExposure(); // its button has gone
  };
  return (
    <section aria-label="Rules">
      <h3 className={classes.heading}>Rules</h3>
      <ul className={classes.list}>
        {worstFirst(rules).map((judged) => {
          const { rule, standing } = judged;
          const title = ruleText(names, rule);
          return (
            <li key={rule.id} className={classes.rule} data-standing={standing}>
              <button
                type="button"
                className={classes.question}
                aria-pressed={asked === JSON.stringify(rule.question)}
                onClick={() => onAsk(rule.question)}
              >
                <span>
                  {title}
                  <span className={classes.where}>
                    {RULE_STANDINGS[standing]}: {ruleFoundText(judged)}
                  </span>
                </span>
                <SeverityTag severity={rule.severity} />
              </button>
              <button
                type="button"
                className={classes.icon}
                aria-label={`Remove rule: ${title}`}
                title="Remove this rule"
                onClick={() => remove(judged)}
              >
                <IconTrash size={15} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
