import { create } from 'zustand';
import type { FileProblem } from '../../shared/diagram/fileProblem.ts';
import type { ComparedReview } from '../../shared/export/comparison.ts';

/** One way to answer a question. */
export interface Choice<A extends string> {
  readonly answer: A;
  readonly label: string;
  /** `danger` loses something. The first choice without a look of its own is the proposed one. */
  readonly look?: 'danger' | 'plain';
}

/** Something that only the person can decide, or must have read. */
export interface Question<A extends string = string> {
  readonly title: string;
  /** What happened, where, and what to do: one paragraph each. */
  readonly message: readonly string[];
  readonly problems?: readonly FileProblem[];
  /** What two states of a diagram say differently. */
  readonly differences?: ComparedReview | null;
  readonly choices: readonly Choice<A>[];
  /** The answer of Escape and of the close button. */
  readonly dismissed: A;
}

interface Asked {
  readonly question: Question;
  readonly resolve: (answer: string) => void;
}

/** Questions that wait for an answer; the first one is shown. */
export const useQuestions = create<{ readonly asked: readonly Asked[] }>()(() => ({ asked: [] }));

/** Asks, and waits for the answer. Questions come one after the other. */
export const ask = <A extends string>(question: Question<A>): Promise<A> =>
  new Promise((resolve) => {
    const asked: Asked = { question, resolve: (answer) => resolve(answer as A) };
    useQuestions.setState((state) => ({ asked: [...state.asked, asked] }));
  });

/** Answers the question that is shown. */
export function answer(choice: string): void {
  const [first, ...rest] = useQuestions.getState().asked;
  useQuestions.setState({ asked: rest });
  first?.resolve(choice);
}

/** True while a question waits for its answer. */
export const isAsking = (): boolean => useQuestions.getState().asked.length > 0;
