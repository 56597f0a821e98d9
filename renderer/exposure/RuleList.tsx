import { IconTrash } from '@tabler/icons-react';
import { removeRule } from '../../shared/diagram/edit/rule.ts';
import type { Question } from '../../shared/diagram/schema.ts';
import { type JudgedRule, RULE_STANDINGS, worstFirst } from '../../shared/exposure/rules.ts';
import { type Names, ruleFoundText, ruleText } from '../../shared/exposure/words.ts';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { announce, commit } from '../state/store.ts';
import classes from './Exposure.module.css';
import { focusExposure } from './session.ts';

function remove(title: string, { rule }: JudgedRule): void {
  commit(`Remove rule: ${title}`, (diagram) => removeRule(diagram, rule.id));
  announce(`Removed the rule: ${title}`);
  focusExposure(); // its button has gone
}

interface RuleRowProps {
  readonly title: string;
  readonly judged: JudgedRule;
  readonly asked: boolean;
  readonly onAsk: (question: Question) => void;
}

function RuleRow({ title, judged, asked, onAsk }: RuleRowProps) {
  const { rule, standing } = judged;
  return (
    <li className={classes.rule}>
      <button type="button" className={classes.question} aria-pressed={asked} onClick={() => onAsk(rule.question)}>
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
        onClick={() => remove(title, judged)}
      >
        <IconTrash size={15} aria-hidden="true" />
      </button>
    </li>
  );
}

interface RuleListProps {
  readonly names: Names;
  readonly rules: readonly JudgedRule[];
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}

/** The rules of the diagram with how they stand, the worst first. */
export function RuleList({ names, rules, question, onAsk }: RuleListProps) {
  if (rules.length === 0) return null;
  const now = JSON.stringify(question);
  return (
    <section aria-label="Rules">
      <h3 className={classes.heading}>Rules</h3>
      <ul className={classes.list}>
        {worstFirst(rules).map((judged) => (
          <RuleRow
            key={judged.rule.id}
            title={ruleText(names, judged.rule)}
            judged={judged}
            asked={now === JSON.stringify(judged.rule.question)}
            onAsk={onAsk}
          />
        ))}
      </ul>
    </section>
  );
}
