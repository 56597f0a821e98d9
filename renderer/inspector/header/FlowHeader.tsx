import { IconArrowRight } from '@tabler/icons-react';
import { resourcesById } from '../../../shared/diagram/graph.ts';
import type { Diagram, Flow } from '../../../shared/diagram/schema.ts';
import { catalog } from '../../state/catalog.ts';
import { noDirectWay } from '../../state/directWay.ts';
import { nameOf } from '../../state/names.ts';
import { select, useStore } from '../../state/store.ts';
import { flowEntryOf } from '../element.ts';
import { ServiceIcon } from '../ServiceIcon.tsx';
import classes from './Header.module.css';
import { NameField } from './NameField.tsx';

function End({ id }: { readonly id: string }) {
  const name = useStore((state) => nameOf(state.history.present, id));
  return (
    <button type="button" className={classes.end} onClick={() => select([id])}>
      <ServiceIcon resource={id} size={20} />
      <span>{name}</span>
    </button>
  );
}

/** Who opens the connection, by name; null where AWS has no way for one to reach the other. */
function openerOf(diagram: Diagram, flow: Flow): string | null {
  const resources = resourcesById(diagram.resources);
  const [source, target] = [resources.get(flow.from), resources.get(flow.to)];
  if (source && target && noDirectWay(catalog, diagram, source, target) !== null) return null;
  return nameOf(diagram, flowEntryOf(diagram, flow).rule.initiator === 'source' ? flow.from : flow.to);
}

/** Rules of such pairs mostly are called so already. */
const withoutWay = (interaction: string): string =>
  interaction.startsWith('No direct') ? interaction : `${interaction} · no direct way in AWS`;

/** The head of the panel for a flow: label, its ends, what it does, and who opens the connection. */
export function FlowHeader({ flow }: { readonly flow: Flow }) {
  const interaction = useStore((state) => flowEntryOf(state.history.present, flow).rule.interaction);
  const opener = useStore(({ history: { present } }) => openerOf(present, flow));
  return (
    <header className={classes.header}>
      <NameField id={flow.id} label="Label" name={flow.label} placeholder="Data flow without a label" />
      <div className={classes.ends}>
        <End id={flow.from} />
        <IconArrowRight size={16} role="img" aria-label="sends data to" />
        <End id={flow.to} />
      </div>
      <p className={classes.type}>
        {opener === null ? withoutWay(interaction) : `${interaction} · ${opener} opens the connection`}
      </p>
    </header>
  );
}
