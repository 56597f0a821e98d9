import { COMMAND_IDS, type CommandId } from '../../shared/commands.ts';
import { flushDrafts } from '../state/drafts.ts';
import { type State, useStore } from '../state/store.ts';
import { ARRANGE } from './table/arrange.ts';
import { CLIPBOARD } from './table/clipboard.ts';
import { EDIT } from './table/edit.ts';
import type { CommandContext, Entry } from './table/entry.ts';
import { FILE } from './table/file.ts';
import { FINDING } from './table/finding.ts';
import { FLOW } from './table/flow.ts';
import { REVIEW } from './table/review.ts';
import { VIEW } from './table/view.ts';

const COMMAND_TABLE: Readonly<Record<CommandId, Entry>> = {
  ...FILE,
  ...EDIT,
  ...CLIPBOARD,
  ...FINDING,
  ...FLOW,
  ...ARRANGE,
  ...REVIEW,
  ...VIEW,
};

/** True when the command can do something now. */
export const isEnabled = (id: CommandId, state: State): boolean => COMMAND_TABLE[id].enabled?.(state) ?? true;

/** The commands that can do something now, in menu order. */
export const enabledCommands = (state: State): readonly CommandId[] => COMMAND_IDS.filter((id) => isEnabled(id, state));

/** Does what a menu, a key or a button asks for; a command that is not enabled does nothing. */
export function runCommand(id: CommandId, context: CommandContext): void {
  flushDrafts();
  if (isEnabled(id, useStore.getState())) void COMMAND_TABLE[id].run(context);
}
