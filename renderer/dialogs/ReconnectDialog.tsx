import { useMemo, useState } from 'react';
import type { FlowEnd } from '../../shared/diagram/edit/reconnect.ts';
import { flowName, flowsById } from '../../shared/diagram/graph.ts';
import { reconnectTo } from '../state/flowEdits.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { aboutPair } from './ConnectDialog.tsx';
import { connectChoices } from './connectChoices.ts';
import { Frame } from './Frame.tsx';
import { Picker } from './Picker.tsx';

interface Props {
  readonly flow: string;
  readonly end: FlowEnd;
  readonly onClose: () => void;
}

/** Puts an end of a flow onto another resource without the mouse. */
export function ReconnectDialog({ flow: id, end, onClose }: Props) {
  const diagram = useStore((state) => state.history.present);
  const catalog = useCatalog();
  const [query, setQuery] = useState('');
  const flow = flowsById(diagram.flows).get(id);
  const fixed = end === 'to' ? flow?.from : flow?.to;
  const choices = useMemo(
    () => connectChoices(diagram, catalog, fixed ?? '', query, end).filter((choice) => choice.id !== flow?.[end]),
    [diagram, catalog, fixed, flow, query, end],
  );
  if (!flow) return null;
  const options = choices.map((choice) => ({
    key: choice.id,
    name: choice.name,
    detail: choice.service,
    about: aboutPair(choice, choice.already),
    refused: choice.refused,
    onChoose: () => {
      onClose();
      reconnectTo(id, end, choice.id);
    },
  }));
  const what = end === 'to' ? 'target' : 'source';
  return (
    <Frame title={`Change the ${what} of ${flowName(diagram, flow)}`} onClose={onClose}>
      <Picker
        label="Search resources"
        placeholder="Name or service"
        query={query}
        onQuery={setQuery}
        sections={[{ title: 'On the canvas', options }]}
        none={query.trim() === '' ? 'There is no other resource.' : `No other resource is called “${query.trim()}”.`}
      />
    </Frame>
  );
}
