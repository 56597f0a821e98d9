import { Button, Group, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import { snippetsOf } from '../../shared/catalog/snippets.ts';
import { triedRemedies } from '../../shared/remedy/effect.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { CodeBlock } from '../inspector/controls/CodeBlock.tsx';
import { assessmentOf } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { doSteps, situationOf } from './doSteps.ts';
import { EffectList } from './EffectList.tsx';
import { effectText } from './effectText.ts';
import classes from './Remedy.module.css';

interface Props {
  readonly onClose: () => void;
}

function Remedies({ assessment, onClose }: Props & { readonly assessment: Assessment }) {
  // The document does not change while the dialog is open.
  const remedies = useMemo(() => triedRemedies(situationOf(useStore.getState()), assessment), [assessment]);
  const [chosen, setChosen] = useState('0');
  const remedy = remedies[Number(chosen)];
  return (
    <>
      <p className={classes.subject}>{textsOf(assessment).title}</p>
      <p className={classes.quiet}>{placeName(assessment.element)}</p>
      {remedies.length === 0 ? (
        <p>No answer here and nothing that could be drawn closes it by itself. What to do stands beside the control.</p>
      ) : (
        <div className={classes.columns}>
          <Radio.Group value={chosen} onChange={setChosen} label="Ways to close it" className={classes.list}>
            {remedies.map(({ label, authored, effect }, i) => (
              <Radio
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                key={i}
                value={String(i)}
                data-autofocus={i === 0 || undefined}
                size="xs"
                className={classes.choice}
                label={authored ? `${label} (the safe answer)` : label}
                description={effectText(effect)}
              />
            ))}
          </Radio.Group>
          {remedy && <EffectList effect={remedy.effect} />}
        </div>
      )}
      {remedy?.authored &&
        snippetsOf(assessment.compiled.control.fix).map(({ tool, text }) => (
          <CodeBlock key={tool} name={tool} text={text} />
        ))}
      <Group justify="flex-end" gap="xs" className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!remedy}
          onClick={() => {
            onClose();
            if (remedy) doSteps(`Fix: ${remedy.label}`, remedy.steps);
          }}
        >
          Do it
        </Button>
      </Group>
    </>
  );
}

/** The ways to close a gap, with what else each does, before it is done. */
export function RemedyDialog({ finding, onClose }: Props & { readonly finding: string }) {
  const assessment = useStore((state) => assessmentOf(state, finding));
  return (
    <Frame title="Close this gap" size="xl" onClose={onClose}>
      {assessment ? <Remedies assessment={assessment} onClose={onClose} /> : <p>It is not there any more.</p>}
    </Frame>
  );
}
