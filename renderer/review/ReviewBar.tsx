import { Button, CloseButton } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { isBusy, isOnCanvas, isTyping } from '../commands/keyboard.ts';
import { runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { backToCanvas } from '../inspector/focusInspector.ts';
import { OutcomeGlyph, outcomeName } from '../shell/OutcomeGlyph.tsx';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { assessmentOf, useReport } from '../state/derived.ts';
import { isFocusLost } from '../state/focus.ts';
import { useStore } from '../state/store.ts';
import { gapKeys, grown, isDone, progressText } from './queue.ts';
import classes from './ReviewBar.module.css';
import { endReview, type Session, useReview } from './session.ts';

/** Buttons, with shorter words than the menu has. */
const BUTTONS: readonly (readonly [CommandId, string])[] = [
  ['reviewFix', 'Fix'],
  ['reviewAccept', 'Accept'],
  ['reviewNotApplicable', 'Does not apply'],
  ['reviewNote', 'Note'],
  ['reviewPrevious', 'Previous'],
  ['reviewNext', 'Next'],
  ['signOff', 'Sign off'],
];

interface CommandButtonProps {
  readonly id: CommandId;
  readonly label: string;
  /** It is what comes next. */
  readonly proposed: boolean;
}

function CommandButton({ id, label, proposed }: CommandButtonProps) {
  const context = useCommandContext();
  const [shortcut = ''] = shortcutsOf(id);
  return (
    <Button
      variant={proposed ? 'filled' : 'default'}
      size="compact-sm"
      title={COMMANDS[id].label}
      aria-keyshortcuts={shortcut}
      onClick={() => runCommand(id, context)}
    >
      {label}
      <span className={classes.key} aria-hidden="true">
        {shortcutText(shortcut, IS_MAC)}
      </span>
    </Button>
  );
}

/** Escape leaves the review where it is for nothing else: not in a field, a menu, a dialog or the inspector. */
function useLeaving(isInBar: () => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const taken = isBusy() || isTyping() || useStore.getState().contextMenu !== null;
      if (event.key !== 'Escape' || taken || !(isOnCanvas() || isInBar())) return;
      event.stopPropagation(); // what is selected stays
      endReview();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isInBar]);
}

function Subject({ finding }: { readonly finding: Assessment | null }) {
  if (!finding) return <p className={classes.subject}>It is not there any more.</p>;
  const { outcome, severity, element } = finding;
  return (
    <p className={classes.subject}>
      {outcome === 'gap' ? (
        <SeverityTag severity={severity} />
      ) : (
        <span className={classes.outcome}>
          <OutcomeGlyph outcome={outcome} /> {outcomeName(outcome)}
        </span>
      )}
      <strong>{textsOf(finding).title}</strong>
      <span className={classes.place}>{placeName(element)}</span>
    </p>
  );
}

function Bar({ session }: { readonly session: Session }) {
  const bar = useRef<HTMLElement>(null);
  const report = useReport();
  const finding = useStore((state) => assessmentOf(state, session.keys[session.at] ?? null));
  const [queue, open] = useMemo(() => {
    const gaps = gapKeys(report);
    return [grown(session, gaps), new Set(gaps)] as const;
  }, [report, session]);
  const proposed = isDone(queue, open) ? 'signOff' : 'reviewNext';
  const isInBar = useRef(() => bar.current?.contains(document.activeElement) === true);
  useLeaving(isInBar.current);
  useEffect(() => {
    bar.current?.focus();
    return () => {
      // Not at once: what ends the review may focus something itself.
      setTimeout(() => {
        if (isFocusLost()) backToCanvas();
      });
    };
  }, []);
  return (
    <section ref={bar} className={classes.bar} aria-label="Review" tabIndex={-1} data-part data-review>
      <div className={classes.head}>
        <span className={classes.progress} data-testid="review-progress">
          {progressText(queue, open)}
        </span>
        <Subject finding={finding} />
        <CloseButton
          className={classes.close ?? ''}
          size="sm"
          aria-label="Leave the review"
          aria-keyshortcuts="Escape"
          onClick={endReview}
        />
      </div>
      <div className={classes.buttons}>
        {BUTTONS.map(([id, label]) => (
          <CommandButton key={id} id={id} label={label} proposed={id === proposed} />
        ))}
      </div>
    </section>
  );
}

/** Where a review is: the finding, how far one has come, and what can be done with it. */
export function ReviewBar() {
  const session = useReview((state) => state.session);
  const presenting = useStore((state) => state.presenting);
  if (!session || presenting) return null;
  return (
    <div className={classes.over}>
      <Bar session={session} />
    </div>
  );
}
