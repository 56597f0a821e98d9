import { memo, useId } from 'react';
import { setBadge } from '../../../shared/diagram/edit/text.ts';
import { LIMITS, type Resource } from '../../../shared/diagram/schema.ts';
import { namesOf } from '../../state/names.ts';
import { commit, present, useStore } from '../../state/store.ts';
import { DraftInput } from '../DraftInput.tsx';
import { wordsProblem } from '../settings/problem.ts';
import classes from './Header.module.css';

const CLASSES = { root: classes.placement ?? '', label: classes.placementLabel ?? '', wrapper: classes.grow ?? '' };
const OFFERED = 50;

/** The badges in use, as one text that compares by value: no badge holds a line break. */
function badgesText(resources: readonly Resource[]): string {
  const badges = new Set(resources.flatMap(({ badge }) => badge ?? []));
  return [...badges].sort().slice(0, OFFERED).join('\n');
}

interface BadgeFieldProps {
  readonly ids: readonly string[];
  /** The badge that all have, if it is only none; null where they differ. */
  readonly badge: string | null;
}

/** The word on the cards of resources, such as an environment or account; offers those in use. */
export const BadgeField = memo(function BadgeField({ ids, badge }: BadgeFieldProps) {
  const offered = useStore((state) => badgesText(state.history.present.resources));
  const list = useId();
  const isMixed = badge === null;
  const onCommit = (text: string, merge: string) =>
    commit(`Badge of ${namesOf(present(), ids)}`, (diagram) => setBadge(diagram, ids, text.trim()), merge);
  return (
    <>
      <DraftInput
        label="Badge"
        size="xs"
        classNames={CLASSES}
        placeholder={isMixed ? 'Mixed' : 'Account or environment'}
        aria-description={isMixed ? 'Mixed: the resources have different badges' : undefined}
        maxLength={LIMITS.badge}
        list={list}
        field={`badge of ${ids.join(' ')}`}
        value={badge ?? ''}
        problemOf={wordsProblem}
        onCommit={onCommit}
      />
      <datalist id={list}>
        {offered.split('\n').map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
});
