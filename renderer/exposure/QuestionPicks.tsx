import { useMemo } from 'react';
import type { Question, Through } from '../../shared/diagram/schema.ts';
import type { Names } from '../../shared/exposure/words.ts';
import { PickOne } from './PickOne.tsx';
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
      <PickOne
        label="From"
        data={begins}
        value={textOfEnd(from)}
        onPick={(picked) => onAsk({ ...question, from: endOfText(picked) })}
      />
      <PickOne
        label="To"
        data={ends}
        value={textOfEnd(to)}
        onPick={(picked) => onAsk({ ...question, to: endOfText(picked) })}
      />
      <PickOne
        label="Through"
        data={THROUGH_OPTIONS}
        value={through}
        onPick={(picked) => onAsk({ ...question, through: picked as Through })}
      />
    </>
  );
}
