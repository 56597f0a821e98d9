import { useMemo } from 'react';
import { type Question, THROUGH } from '../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../shared/exposure/commonQuestions.ts';
import { findAllPaths } from '../../shared/exposure/findPaths.ts';
import type { Judged } from '../../shared/exposure/steps.ts';
import { fromText, questionText } from '../../shared/exposure/words.ts';
import classes from './Exposure.module.css';

interface CommonQuestionsProps {
  readonly judged: Judged;
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}

/** What is asked of most diagrams, with how many paths there are. */
export function CommonQuestions({ judged, question, onAsk }: CommonQuestionsProps) {
  const answers = useMemo(() => findAllPaths(judged, COMMON_QUESTIONS), [judged]);
  const asked = JSON.stringify(question);
  return (
    <section aria-label="Common questions">
      <h3 className={classes.heading}>Paths to stores of sensitive data</h3>
      <ul className={classes.list}>
        {COMMON_QUESTIONS.map((each, i) => (
          <li key={JSON.stringify(each)}>
            <button
              type="button"
              className={classes.question}
              title={questionText(judged, each)}
              aria-pressed={asked === JSON.stringify(each)}
              onClick={() => onAsk(each)}
            >
              <span>
                From {fromText(judged, each.from)}, {THROUGH[each.through]}
              </span>
              <span className={classes.number} data-none={answers[i]?.paths.length === 0}>
                {answers[i]?.paths.length ?? 0}
                {answers[i]?.more && '+'}
                <span className="visually-hidden"> paths</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
