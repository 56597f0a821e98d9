import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signOff, withdrawSignOff } from '../../shared/diagram/edit/signOff.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { LIMITS, type SignOff } from '../../shared/diagram/schema.ts';
import { scopeText, signOffHolds, signOffText } from '../../shared/diagram/signOff.ts';
import { counted } from '../../shared/export/text.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { Segments } from '../inspector/Segments.tsx';
import { useReport } from '../state/derived.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { announce, commit, useStore } from '../state/store.ts';
import classes from './SignOffDialog.module.css';
import { useReview } from './session.ts';

interface Props {
  readonly onClose: () => void;
}

function Made({ made }: { readonly made: SignOff }) {
  const diagram = useStore((state) => state.history.present);
  const words = signOffText(made, signOffHolds(diagram, made));
  const withdraw = () => {
    commit(`Withdraw sign-off by ${oneLine(made.reviewer)}`, (present) => withdrawSignOff(present, made));
    announce(`Withdrew the sign-off by ${made.reviewer}`);
  };
  return (
    <li>
      <span>
        {words} ({scopeText(diagram, made.scope)})
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={`Withdraw the sign-off by ${oneLine(made.reviewer)} on ${made.date}`}
        onClick={withdraw}
      >
        Withdraw
      </Button>
    </li>
  );
}

function SignOffForm({ onClose }: Props) {
  const reviewed = useReview(({ session }) => session?.scope ?? 'all');
  const date = useStore((state) => state.today);
  const [reviewer, setReviewer] = useState('');
  const [part, setPart] = useState<'all' | 'reviewed'>(reviewed === 'all' ? 'all' : 'reviewed');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const scope = part === 'all' ? 'all' : reviewed;
    const name = reviewer.trim();
    if (name === '') return;
    commit(`Sign off by ${oneLine(name)}`, (diagram) => signOff(diagram, { reviewer: name, date, scope }));
    announce(`Signed off by ${name}`);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {reviewed !== 'all' && (
          <Segments
            label="What is signed off"
            segments={[
              { value: 'reviewed', label: `The ${counted(reviewed.length, 'element')} reviewed` },
              { value: 'all', label: 'The whole diagram' },
            ]}
            value={part}
            onChange={setPart}
          />
        )}
        <TextInput
          label="Reviewer"
          description="Who answers for it. Goes into the diagram file and every report."
          required
          maxLength={LIMITS.name}
          onPaste={pasteWhole(LIMITS.name)}
          data-autofocus
          value={reviewer}
          error={tried && reviewer.trim() === '' ? 'Say who signs off.' : null}
          onChange={({ currentTarget }) => setReviewer(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Sign off</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Signs the diagram off as it is now; shows who did before, and whether that holds. */
export function SignOffDialog({ onClose }: Props) {
  const signOffs = useStore((state) => state.history.present.signOffs) ?? [];
  const { tally } = useReport();
  return (
    <Frame title="Sign off" size="520px" onClose={onClose}>
      <p className={classes.standing}>
        As it is now, the diagram has {tally.gap === 0 ? 'no gaps' : counted(tally.gap, 'gap')},{' '}
        {counted(tally.unknown, 'open question')} and {counted(tally.suppressed, 'accepted finding')}.
      </p>
      {signOffs.length > 0 && (
        <ul className={classes.list} aria-label="Sign-offs">
          {signOffs.map((made) => (
            <Made key={`${made.reviewer}\n${made.date}\n${made.hash}`} made={made} />
          ))}
        </ul>
      )}
      <SignOffForm onClose={onClose} />
    </Frame>
  );
}
