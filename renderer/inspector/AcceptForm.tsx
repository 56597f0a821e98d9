import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { monthsAfter } from '../../shared/diagram/decision.ts';
import { suppress } from '../../shared/diagram/edit/suppress.ts';
import { LIMITS, SUPPRESSION_KINDS, type SuppressionKind } from '../../shared/diagram/schema.ts';
import { groundsOf } from '../../shared/validate/decisionFacts.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit, useStore } from '../state/store.ts';
import { Segments } from './Segments.tsx';
import classes from './summary.module.css';

const KINDS = Object.entries(SUPPRESSION_KINDS).map(([value, label]) => ({ value: value as SuppressionKind, label }));

/** Characters of a ticket. */
const TICKET = 1000;

const CLASSES = { description: classes.hint ?? '' };

/** How long a decision holds unless somebody says otherwise, in months. */
const HOLDS = 12;

interface AcceptFormProps {
  /** One finding, or several that are decided alike. */
  readonly assessments: readonly [Assessment, ...Assessment[]];
  /** The kind of decision to begin with; left out, that of the decision before. */
  readonly as?: SuppressionKind | undefined;
  readonly onDone: () => void;
  /** Told whether there is something typed that closing would lose. */
  readonly onTyped: (typed: boolean) => void;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** The fields of a decision. An earlier decision on the same finding is where it starts from. */
export function AcceptForm({ assessments, as, onDone, onTyped }: AcceptFormProps) {
  const [first] = assessments;
  const before = first.suppression;
  const today = useStore((state) => state.today);
  const start = {
    kind: as ?? before?.kind ?? 'riskAccepted',
    justification: before?.justification ?? '',
    compensatedBy: before?.compensatedBy ?? '',
    owner: before?.owner ?? '',
    ticket: before?.ticket ?? '',
    expiresOn: monthsAfter(today, HOLDS),
  };
  const [fields, setFields] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof start>) => {
    const next = { ...fields, ...change };
    setFields(next);
    // At once, not in an effect: Escape may be the very next key.
    onTyped(JSON.stringify(next) !== JSON.stringify(start));
  };
  const { kind, justification, compensatedBy, owner, ticket, expiresOn } = fields;
  const isCompensated = kind === 'compensated';
  const noReason = isBlank(justification) ? 'Say why: whoever reads the report has to understand it.' : null;
  const noMeans = isCompensated && isBlank(compensatedBy) ? 'Say what makes up for it.' : null;
  const past = expiresOn !== '' && expiresOn < today ? 'This day is over. Choose a later one, or none.' : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (noReason !== null || noMeans !== null || past !== null) return;
    const decision = {
      kind,
      justification: justification.trim(),
      owner: owner.trim(),
      decidedOn: today,
      expiresOn: expiresOn === '' ? null : expiresOn,
      ...(isCompensated ? { compensatedBy: compensatedBy.trim() } : {}),
      ...(isBlank(ticket) ? {} : { ticket: ticket.trim() }),
    };
    const { title } = textsOf(first);
    commit(assessments.length === 1 ? `Accept ${title}` : `Accept ${assessments.length} findings`, (diagram) =>
      assessments.reduce((result, assessment) => {
        const on = { control: assessment.compiled.control.id, element: assessment.element.id };
        return suppress(result, { ...on, ...decision, ...groundsOf(assessment) });
      }, diagram),
    );
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" mt="sm">
        <Segments label="Kind of decision" segments={KINDS} value={kind} onChange={(next) => set({ kind: next })} />
        {isCompensated && (
          <TextInput
            label="Compensated by"
            classNames={CLASSES}
            description="The control that does the same elsewhere."
            required
            maxLength={LIMITS.name}
            onPaste={pasteWhole(LIMITS.name)}
            value={compensatedBy}
            error={tried ? noMeans : null}
            onChange={({ currentTarget }) => set({ compensatedBy: currentTarget.value })}
          />
        )}
        <Textarea
          label="Justification"
          classNames={CLASSES}
          description="Goes into the diagram file and every report."
          required
          autosize
          minRows={3}
          maxRows={10}
          maxLength={LIMITS.note}
          onPaste={pasteWhole(LIMITS.note)}
          data-autofocus
          value={justification}
          error={tried ? noReason : null}
          onChange={({ currentTarget }) => set({ justification: currentTarget.value })}
        />
        <TextInput
          label="Owner"
          classNames={CLASSES}
          description="Who answers for the decision."
          maxLength={LIMITS.name}
          onPaste={pasteWhole(LIMITS.name)}
          value={owner}
          onChange={({ currentTarget }) => set({ owner: currentTarget.value })}
        />
        <TextInput
          label="Ticket"
          classNames={CLASSES}
          description="A link, or the name of a ticket."
          maxLength={TICKET}
          onPaste={pasteWhole(TICKET)}
          value={ticket}
          onChange={({ currentTarget }) => set({ ticket: currentTarget.value })}
        />
        <TextInput
          label="Holds until"
          classNames={CLASSES}
          description="The finding comes back after this day, and when the facts change. Empty: no end."
          type="date"
          min={today}
          value={expiresOn}
          error={past}
          onChange={({ currentTarget }) => set({ expiresOn: currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit">{assessments.length === 1 ? 'Accept' : `Accept ${assessments.length}`}</Button>
        </Group>
      </Stack>
    </form>
  );
}
