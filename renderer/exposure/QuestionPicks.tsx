import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { Question, Through } from '../../shared/diagram/schema.ts';
import type { Names } from '../../shared/exposure/words.ts';
import classes from './Exposure.module.css';
import { endOfText, fromOptions, THROUGH_OPTIONS, textOfEnd, toOptions } from './picks.ts';

interface QuestionPicksProps {
  readonly names: Names;
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}

/** A question in plain picks: from, to, through. */
export function QuestionPicks({ names, question, onAsk }: QuestionPicksProps) {
  const { from, to, through } = question;
  const begins = useMemo(() => fromOptions(names, from), [names, from]);
  const ends = useMemo(() => toOptions(names, to), [names, to]);
  return (
    <>
      <NativeSelect
        label="From"
        size="xs"
        className={classes.pick ?? ''}
        data={begins}
        value={textOfEnd(from)}
        onChange={({ currentTarget: { value } }) => onAsk({ ...question, from: endOfText(value) })}
      />
      <NativeSelect
        label="To"
        size="xs"
        className={classes.pick ?? ''}
        data={ends}
        value={textOfEnd(to)}
        onChange={({ currentTarget: { value } }) => onAsk({ ...question, to: endOfText(value) })}
      />
      <NativeSelect
        label="Through"
        size="xs"
        className={classes.pick ?? ''}
        data={THROUGH_OPTIONS}
        value={through}
        onChange={({ currentTarget: { value } }) => onAsk({ ...question, through: value as Through })}
      />
    </>
  );
}
