import { Button, Group } from '@mantine/core';
import type { FileProblem } from '../../shared/diagram/fileProblem.ts';
import { answer, type Choice, useQuestions } from '../state/questions.ts';
import box from './Box.module.css';
import { Differences } from './Differences.tsx';
import { Frame } from './Frame.tsx';
import classes from './QuestionDialog.module.css';

const MOST_PROBLEMS = 50;

function Problems({ problems }: { readonly problems: readonly FileProblem[] }) {
  const more = problems.length - MOST_PROBLEMS;
  return (
    <section className={box.box} aria-label="What is wrong">
      <ul>
        {problems.slice(0, MOST_PROBLEMS).map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            <code>{where}</code>: {message}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.more}>And {more} more.</p>}
    </section>
  );
}

const VARIANTS = { danger: 'light', plain: 'default', proposed: 'filled' } as const;

function ChoiceButton({ choice, proposed }: { readonly choice: Choice<string>; readonly proposed: boolean }) {
  return (
    <Button
      variant={VARIANTS[choice.look ?? (proposed ? 'proposed' : 'plain')]}
      {...(choice.look === 'danger' ? { color: 'red' } : {})}
      data-autofocus={proposed || undefined}
      onClick={() => answer(choice.answer)}
    >
      {choice.label}
    </Button>
  );
}

/** The question that waits for an answer, if there is one. */
export function QuestionDialog() {
  const asked = useQuestions((state) => state.asked[0]);
  if (!asked) return null;
  const { title, message, problems = [], differences = null, choices, dismissed } = asked.question;
  const isLong = problems.length > 0 || differences !== null;
  return (
    <Frame title={title} size={isLong ? 'lg' : 'md'} onClose={() => answer(dismissed)}>
      {message.map((paragraph) => (
        <p key={paragraph} className={classes.message}>
          {paragraph}
        </p>
      ))}
      {problems.length > 0 && <Problems problems={problems} />}
      {differences && <Differences review={differences} />}
      <Group className={classes.choices} gap="xs">
        {choices.map((choice, index) => (
          <ChoiceButton key={choice.answer} choice={choice} proposed={index === 0} />
        ))}
      </Group>
    </Frame>
  );
}
