import { flowsById } from '../../../shared/diagram/graph.ts';
import { straighten } from '../../state/flowEdits.ts';
import { isDrawing, type State, showDialog } from '../../state/store.ts';
import { type Entry, onlySelected, selection } from './entry.ts';

/** Does something with what is selected by itself. */
const withOnly = (run: (id: string) => void) => (): void => {
  const [id] = selection();
  if (id !== undefined) run(id);
};

const isFlow = (state: State): boolean => isDrawing(state) && onlySelected(state) === 'flow';

const isBent = (state: State): boolean =>
  isFlow(state) && flowsById(state.history.present.flows).get(state.selection[0] ?? '')?.bend !== undefined;

/** What commands for flows do. */
export const FLOW = {
  connect: {
    run: withOnly((from) => showDialog({ kind: 'connect', from, at: null })),
    enabled: (state) => isDrawing(state) && onlySelected(state) === 'resource',
  },
  changeTarget: { run: withOnly((flow) => showDialog({ kind: 'reconnect', flow, end: 'to' })), enabled: isFlow },
  changeSource: { run: withOnly((flow) => showDialog({ kind: 'reconnect', flow, end: 'from' })), enabled: isFlow },
  straighten: { run: withOnly(straighten), enabled: isBent },
} as const satisfies Record<string, Entry>;
