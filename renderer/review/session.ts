import { create } from 'zustand';
import type { SuppressionKind } from '../../shared/diagram/schema.ts';
import type { SignOffScope } from '../../shared/diagram/signOff.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { isNarrowed, useFilter } from '../findings/filter.ts';
import { shownFindings } from '../findings/shownFindings.ts';
import { applyFix, fixOf } from '../inspector/controls/fix.ts';
import { focusNote } from '../inspector/focusInspector.ts';
import { showFinding } from '../inspector/showFinding.ts';
import { assessmentOf, reportOf } from '../state/derived.ts';
import { announce, select, showDialog, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { gapKeys, grown, nextOpen, progressText, type Queue } from './queue.ts';

/** A review that is under way. Neither saved nor undoable: what it decides is. */
export interface Session extends Queue {
  /** All of the diagram, or the elements whose gaps the findings panel showed when it began. */
  readonly scope: SignOffScope;
}

/** The review that is under way, if any. */
export const useReview = create<{ readonly session: Session | null }>()(() => ({ session: null }));

export const isReviewing = (): boolean => useReview.getState().session !== null;

const gapsNow = (): readonly string[] => gapKeys(reportOf(useStore.getState()));

/** The finding that a review is at; null when its element or control has gone. */
const findingAt = ({ keys, at }: Session): Assessment | null => assessmentOf(useStore.getState(), keys[at] ?? null);

/** Goes to a place of the queue, on the canvas and in the inspector, and says so. */
function goTo(session: Session, at: number): void {
  const there = { ...session, at };
  useReview.setState({ session: there });
  const finding = findingAt(there);
  if (!finding) return;
  showFinding(finding);
  const words = [finding.severity, textsOf(finding).title, placeName(finding.element)];
  announce(`${progressText(there, new Set(gapsNow()))}. ${words.join(', ')}`);
}

/** Begins with what the findings panel shows where it is narrowed, else with all gaps. */
export function beginReview(): void {
  const gaps = gapsNow();
  const narrowed = isNarrowed(useFilter.getState());
  const shown = shownFindings(useStore.getState()).filter(({ outcome }) => outcome === 'gap');
  const keys = narrowed ? shown.map(({ key }) => key) : gaps;
  if (keys.length === 0) {
    tell(narrowed ? 'The findings panel shows no gap to review.' : 'There is no gap to review.');
    return;
  }
  const scope = narrowed ? [...new Set(shown.map(({ element }) => element.id))] : 'all';
  goTo({ keys, at: 0, known: new Set(gaps), scope }, 0);
}

export function endReview(): void {
  if (!isReviewing()) return;
  useReview.setState({ session: null });
  announce('Review left');
}

/** Goes on to the next open gap, or with -1 to the one before. */
export function goOn(step: 1 | -1): void {
  const { session } = useReview.getState();
  if (!session) return;
  const gaps = gapsNow();
  const queue = grown(session, gaps);
  const at = nextOpen(queue, new Set(gaps), step);
  if (at === null) announce('All gaps of this review are decided. S signs off.');
  else goTo(queue, at);
}

/** Does something with the finding that a review is at, if it is still open. */
function withOpen(act: (finding: Assessment) => void): void {
  const { session } = useReview.getState();
  const finding = session && findingAt(session);
  if (finding?.outcome === 'gap') act(finding);
  else announce('This one is decided already');
}

/** Gives the safe answer, or where there is none asks for the way. */
export const fixIt = (): void =>
  withOpen((finding) => {
    const fix = fixOf(finding);
    if (fix) applyFix(fix);
    else showDialog({ kind: 'remedies', key: finding.key });
  });

/** Asks for the reason of a decision of this kind. */
export const decideIt = (as: SuppressionKind): void =>
  withOpen(({ key }) => showDialog({ kind: 'accept', keys: [key], as }));

/** Goes to the note of the element. */
export function noteIt(): void {
  const { session } = useReview.getState();
  const finding = session && findingAt(session);
  if (!finding) return;
  select([finding.element.id]);
  focusNote();
}

useStore.subscribe((now, before) => {
  if (now.documentId !== before.documentId || now.view !== before.view) endReview();
});
