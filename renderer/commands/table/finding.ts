import { describe as textsOf } from '../../../shared/validate/describe.ts';
import { placeName } from '../../../shared/validate/placeName.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { writeText } from '../../clipboard/writeText.ts';
import { applyFix, fixOf } from '../../inspector/controls/fix.ts';
import { showFinding } from '../../inspector/showFinding.ts';
import { outcomeName } from '../../shell/OutcomeGlyph.tsx';
import { assessmentOf } from '../../state/derived.ts';
import { announce, type State, showDialog, useStore } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import type { CommandContext, Entry } from './entry.ts';

/** The finding that the open context menu is about. */
const pointed = (state: State): Assessment | null => assessmentOf(state, state.contextMenu?.finding ?? null);

/** A command on the finding that the open context menu is about. */
const onFinding = (
  run: (assessment: Assessment, context: CommandContext) => void | Promise<void>,
  applies: (assessment: Assessment) => boolean = () => true,
): Entry => ({
  run: (context) => {
    const assessment = pointed(useStore.getState());
    return assessment ? run(assessment, context) : undefined;
  },
  enabled: (state) => {
    const assessment = pointed(state);
    return assessment !== null && applies(assessment);
  },
});

/** A finding as somebody would write it into a ticket. */
function textOf(assessment: Assessment): string {
  const { control } = assessment.compiled;
  const { title, gap, why, remediation } = textsOf(assessment);
  const outcome = outcomeName(assessment.outcome);
  return [
    `${outcome} (${assessment.severity}): ${title}`,
    `On ${placeName(assessment.element)}`,
    '',
    ...(assessment.outcome === 'gap' ? [gap] : []),
    `What to do: ${remediation}`,
    `Why: ${why}`,
    ...control.sources.pages.map(({ url }) => url),
    control.id,
  ].join('\n');
}

const sourceOf = ({ compiled }: Assessment): string | null => compiled.control.sources.pages[0]?.url ?? null;

const isOpen = ({ outcome }: Assessment): boolean => outcome === 'gap' || outcome === 'unknown';

async function copyText(assessment: Assessment): Promise<void> {
  if (await writeText(textOf(assessment))) announce('Copied the finding as text');
  else tell('This browser does not let a menu write to the clipboard.', 'warning');
}

/** What the commands in the menu of a finding do. */
export const FINDING = {
  goToFinding: onFinding(showFinding),
  fixFinding: onFinding(
    (assessment) => {
      const fix = fixOf(assessment);
      if (fix) applyFix(fix);
    },
    (assessment) => fixOf(assessment) !== null,
  ),
  waysToClose: onFinding(
    ({ key }) => showDialog({ kind: 'remedies', key }),
    ({ outcome }) => outcome === 'gap',
  ),
  acceptRisk: onFinding(({ key }) => showDialog({ kind: 'accept', keys: [key] }), isOpen),
  copyFinding: onFinding(copyText),
  openSource: onFinding(
    async (assessment, { host }) => {
      const url = sourceOf(assessment);
      if (url !== null) await host.call('link:open', url);
    },
    (assessment) => sourceOf(assessment) !== null,
  ),
} as const satisfies Record<string, Entry>;
