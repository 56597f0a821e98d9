import { runCommand } from '../commands/runCommand.ts';
import type { CommandContext } from '../commands/table/entry.ts';
import { showFinding } from '../inspector/showFinding.ts';
import { addItem } from '../palette/add.ts';
import { goTo } from '../state/goTo.ts';
import { remember, remembered } from '../state/remembered.ts';
import type { Entry } from './entries.ts';

const KEPT = 40;

/** Does what an entry is for, and remembers that it was chosen. Findings come and go: they are not remembered. */
export function choose({ id, action }: Entry, context: CommandContext): void {
  if (action.kind !== 'finding') {
    const others = remembered().recentEntries.filter((each) => each !== id);
    remember('recentEntries', [id, ...others].slice(0, KEPT));
  }
  if (action.kind === 'command') runCommand(action.command, context);
  else if (action.kind === 'add') addItem(action.item);
  else if (action.kind === 'element') goTo(action.element);
  else showFinding(action.row.assessment);
}
