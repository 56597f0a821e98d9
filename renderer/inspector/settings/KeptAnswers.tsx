import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { oneLine } from '../../../shared/diagram/oneLine.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';
import { LinkedText } from '../links/LinkedText.tsx';
import { answerText } from './answers.ts';
import classes from './Settings.module.css';

interface KeptAnswersProps {
  readonly answers: readonly (readonly [string, AnswerOf])[];
  /** Takes an answer out of the file; left out, they can only be read. */
  readonly onRemove?: ((property: string) => void) | undefined;
}

/** Answers in the file to questions that this catalog does not ask: shown, kept, not judged. */
export function KeptAnswers({ answers, onRemove }: KeptAnswersProps) {
  return (
    <section aria-label="Kept from the file">
      <h3 className={classes.heading}>Kept from the file</h3>
      <p className={classes.quiet}>This catalog does not ask for these answers. They are saved with the diagram.</p>
      <dl className={classes.kept}>
        {answers.map(([property, answer]) => (
          <div key={property} className={classes.keptRow}>
            <dt>{property}</dt>
            <dd>
              <span>
                <LinkedText text={answerText(null, answer)} />
              </span>
              {onRemove && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={`Remove the answer ${oneLine(property)}`}
                  onClick={() => onRemove(property)}
                >
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
