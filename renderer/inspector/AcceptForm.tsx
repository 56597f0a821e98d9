import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { suppress } from '../../shared/diagram/edit/suppress.ts';
import { LIMITS, SUPPRESSION_KINDS, type SuppressionKind } from '../../shared/diagram/schema.ts';
import { factsHash } from '../../shared/validate/assess.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit, useStore } from '../state/store.ts';
import { Segments } from './Segments.tsx';
import classes from './summary.module.css';

const KINDS = Object.entries(SUPPRESSION_KINDS).map(([value, label]) => ({ value: value as SuppressionKind, label }));

const CLASSES = { description: classes.hint ?? '' };

interface AcceptFormProps {
  readonly assessment: Assessment;
  readonly onDone: () => void;
  /** Told whether there is something typed that closing would lose. */
  readonly onTyped: (typed: boolean) => void;
}

/** The fields of a decision. An earlier decision on the same finding is where it starts from. */
export function AcceptForm({ assessment, onDone, onTyped }: AcceptFormProps) {
  const before = assessment.suppression;
  const [reason, answerer] = [before?.justification ?? '', before?.owner ?? ''];
  const today = useStore((state) => state.today);
  const [kind, setKind] = useState<SuppressionKind>(before?.kind ?? 'riskAccepted');
  const [justification, setJustification] = useState(reason);
  const [owner, setOwner] = useState(answerer);
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const typed = justification !== reason || owner !== answerer || expiresOn !== '';
  useEffect(() => onTyped(typed), [onTyped, typed]);
  const noReason = justification.trim() === '' ? 'Say why: whoever reads the report has to understand it.' : null;
  const past = expiresOn !== '' && expiresOn < today ? 'This day is over. Choose a later one, or none.' : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (noReason !== null || past !== null) return;
    const decision = {
      control: assessment.compiled.control.id,
      element: assessment.element.id,
      kind,
      justification: justification.trim(),
      owner: owner.trim(),
      decidedOn: today,
      expiresOn: expiresOn === '' ? null : expiresOn,
      facts: factsHash(assessment.because),
    };
    commit(`Accept ${textsOf(assessment).title}`, (diagram) => suppress(diagram, decision));
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" mt="sm">
        <Segments label="Kind of decision" segments={KINDS} value={kind} onChange={setKind} />
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
          onChange={({ currentTarget }) => setJustification(currentTarget.value)}
        />
        <TextInput
          label="Owner"
          classNames={CLASSES}
          description="Who answers for the decision."
          maxLength={LIMITS.name}
          onPaste={pasteWhole(LIMITS.name)}
          value={owner}
          onChange={({ currentTarget }) => setOwner(currentTarget.value)}
        />
        <TextInput
          label="Holds until"
          classNames={CLASSES}
          description="The finding comes back after this day, and when the facts change. Empty: no end."
          type="date"
          min={today}
          value={expiresOn}
          error={past}
          onChange={({ currentTarget }) => setExpiresOn(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit">Accept</Button>
        </Group>
      </Stack>
    </form>
  );
}
