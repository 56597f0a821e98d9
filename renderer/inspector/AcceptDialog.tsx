import { useState } from 'react';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { assessmentOf } from '../state/derived.ts';
import { showDialog, useStore } from '../state/store.ts';
import { AcceptForm } from './AcceptForm.tsx';
import classes from './summary.module.css';

const close = () => showDialog(null);

/** The dialog about one finding. Escape closes it only while nothing is typed; the buttons always do. */
function AcceptFinding({ assessment }: { readonly assessment: Assessment }) {
  const [typed, setTyped] = useState(false);
  return (
    <Frame title="Accept this finding" size="520px" keepOpen={typed} onClose={close}>
      <p className={classes.subject}>{textsOf(assessment).title}</p>
      <p className={classes.quiet}>{placeName(assessment.element)}</p>
      <AcceptForm assessment={assessment} onDone={close} onTyped={setTyped} />
    </Frame>
  );
}

/** Asks for a decision about a finding: what kind, why, who, and until when. Opened by `showDialog`. */
export function AcceptDialog() {
  const key = useStore(({ dialog }) => (dialog?.kind === 'accept' ? dialog.key : null));
  const assessment = useStore((state) => assessmentOf(state, key));
  return assessment ? <AcceptFinding key={key} assessment={assessment} /> : null;
}
