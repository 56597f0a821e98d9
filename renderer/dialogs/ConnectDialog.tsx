import { useMemo, useState } from 'react';
import type { Position } from '../../shared/diagram/schema.ts';
import { addServiceAfter } from '../state/addElement.ts';
import { connect } from '../state/flowEdits.ts';
import { nameOf } from '../state/names.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { type ConnectChoice, connectChoices, type ServiceChoice, serviceChoices } from './connectChoices.ts';
import { Frame } from './Frame.tsx';
import { Picker, type PickerOption } from './Picker.tsx';

/** So many services are offered besides the resources that are there, until somebody searches. */
const FEW = 6;
const MANY = 40;
const ANY_PAIR = 'No rule for this pair in the catalog; general controls for flows apply.';

/** What there is to know before connecting. */
export function aboutPair(
  { interaction, instead }: Pick<ConnectChoice, 'interaction' | 'instead'>,
  already = 0,
): string {
  if (instead !== null) return `No direct way in AWS: ${instead}`;
  const more = already === 0 ? '' : `${already === 1 ? 'A flow runs' : `${already} flows run`} there already. `;
  return `${more}${interaction ?? ANY_PAIR}`;
}

function serviceOption(from: string, choice: ServiceChoice, at: Position | null, onClose: () => void): PickerOption {
  return {
    key: `new-${choice.service.id}`,
    name: `New: ${choice.service.shortName}`,
    detail: '',
    about: aboutPair(choice),
    refused: null,
    onChoose: () => {
      onClose();
      addServiceAfter(choice.service, from, at);
    },
  };
}

interface Props {
  readonly from: string;
  /** Where a flow was dropped on what is empty: of the canvas, and of the window. */
  readonly at: { readonly point: Position; readonly screen: Position } | null;
  readonly onClose: () => void;
}

/** Connects a resource to another one that is there, or to a new one that is added with it. */
export function ConnectDialog({ from, at, onClose }: Props) {
  const diagram = useStore((state) => state.history.present);
  const catalog = useCatalog();
  const [query, setQuery] = useState('');
  const resources = useMemo(
    () => (at ? [] : connectChoices(diagram, catalog, from, query)),
    [diagram, catalog, from, query, at],
  );
  const services = useMemo(() => serviceChoices(diagram, catalog, from, query), [diagram, catalog, from, query]);
  const few = query.trim() === '' && !at ? FEW : MANY;
  const sections = [
    {
      title: 'On the canvas',
      options: resources.map(
        (choice): PickerOption => ({
          key: choice.id,
          name: choice.name,
          detail: choice.service,
          about: aboutPair(choice, choice.already),
          refused: choice.refused,
          onChoose: () => {
            onClose();
            connect(from, choice.id);
          },
        }),
      ),
    },
    {
      title: query.trim() === '' ? 'Commonly follows' : 'Add and connect',
      options: services.slice(0, few).map((choice) => serviceOption(from, choice, at?.point ?? null, onClose)),
    },
  ];
  return (
    <Frame title={`Connect ${nameOf(diagram, from)} to…`} at={at?.screen ?? null} onClose={onClose}>
      <Picker
        label={at ? 'Search services' : 'Search resources and services'}
        placeholder={at ? 'Service' : 'Name or service'}
        query={query}
        onQuery={setQuery}
        sections={sections}
        none={query.trim() === '' ? 'Type the name of a service.' : `Nothing is called “${query.trim()}”.`}
      />
    </Frame>
  );
}
