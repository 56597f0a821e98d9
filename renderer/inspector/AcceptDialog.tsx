import { useMemo, useState } from 'react';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { assessmentOf } from '../state/derived.ts';
import { showDialog, useStore } from '../state/store.ts';
import { AcceptForm } from './AcceptForm.tsx';
import classes from './summary.module.css';

const close = () => showDialog(null);

function Subject({
  assessments: [first, ...others],
}: {
  readonly assessments: readonly [Assessment, ...Assessment[]];
}) {
  if (others.length === 0) {
    return (
      <>
        <p className={classes.subject}>{textsOf(first).title}</p>
        <p className={classes.quiet}>{placeName(first.element)}</p>
      </>
    );
  }
  const titles = [...new Set([first, ...others].map((each) => textsOf(each).title))];
  return (
    <>
      <p className={classes.subject}>{others.length + 1} findings are decided alike</p>
      <p className={classes.quiet}>
        {titles.slice(0, 3).join('; ')}
        {titles.length > 3 && ` and ${titles.length - 3} more`}
      </p>
    </>
  );
}

/** The dialog about findings. Escape closes it only while nothing is typed; the buttons always do. */
function AcceptFindings({ assessments }: { readonly assessments: readonly [Assessment, ...Assessment[]] }) {
  const as = useStore(({ dialog }) => (dialog?.kind === 'accept' ? dialog.as : undefined));
  const [typed, setTyped] = useState(false);
  const title = assessments.length === 1 ? 'Accept this finding' : 'Accept these findings';
  return (
    <Frame title={title} size="520px" keepOpen={typed} onClose={close}>
      <Subject assessments={assessments} />
      <AcceptForm assessments={assessments} as={as} onDone={close} onTyped={setTyped} />
    </Frame>
  );
}

/** Asks for a decision about findings: what kind, why, who, and until when. Opened by `showDialog`. */
export function AcceptDialog() {
  const keys = useStore(({ dialog }) => (dialog?.kind === 'accept' ? dialog.keys : null));
  const assessments = useMemo(
    () => keys?.map((key) => assessmentOf(useStore.getState(), key)).filter((each) => each !== null) ?? [],
    [keys],
  );
  const [first, ...others] = assessments;
  return first ? <AcceptFindings key={keys?.join()} assessments={[first, ...others]} /> : null;
}
