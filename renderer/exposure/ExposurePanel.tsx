import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import { findPaths } from '../../shared/exposure/findPaths.ts';
import { backToCanvas } from '../inspector/focusInspector.ts';
import { useReport, useRules } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { clearTrace } from '../state/traced.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { CommonQuestions } from './CommonQuestions.tsx';
import classes from './Exposure.module.css';
import { PathList } from './PathList.tsx';
import { QuestionPicks } from './QuestionPicks.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { ask, closeExposure, PANEL_ID, useExposure } from './session.ts';

function leave(): void {
  clearTrace();
  closeExposure();
  backToCanvas();
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape' && !event.defaultPrevented) leave();
}

/** Paths to what must not be reached: questions, their answers drawn on the canvas, and the rules of the diagram. */
export function ExposurePanel() {
  const catalog = useCatalog();
  const diagram = useStore((state) => state.history.present);
  const report = useReport();
  const rules = useRules();
  const question = useExposure((state) => state.question);
  const judged = useMemo(() => ({ diagram, catalog, report }), [diagram, catalog, report]);
  const found = useMemo(() => findPaths(judged, question), [judged, question]);
  const asked = JSON.stringify(question);
  const rule = rules.find((each) => JSON.stringify(each.rule.question) === asked)?.rule;
  return (
    <aside
      id={PANEL_ID}
      className={classes.panel}
      aria-label="Exposure paths"
      tabIndex={-1}
      data-part
      onKeyDown={onKeyDown}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>Exposure paths</h2>
        <CloseButton size="sm" aria-label="Close exposure paths" aria-keyshortcuts="Escape" onClick={leave} />
      </div>
      <CommonQuestions judged={judged} question={question} onAsk={ask} />
      <section aria-label="Question" className={classes.picks}>
        <h3 className={classes.heading}>Or ask</h3>
        <QuestionPicks names={judged} question={question} onAsk={ask} />
      </section>
      <PathList names={judged} found={found} />
      <RuleForm key={asked} names={judged} question={question} rule={rule} />
      <RuleList names={judged} rules={rules} question={question} onAsk={ask} />
    </aside>
  );
}
