import { IconArrowRight } from '@tabler/icons-react';
import type { Flow } from '../../../shared/diagram/schema.ts';
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

/** The head of the panel for a flow: label, its ends, what it does, and who opens the connection. */
export function FlowHeader({ flow }: { readonly flow: Flow }) {
  const interaction = useStore((state) => flowEntryOf(state.history.present, flow).rule.interaction);
  const opener = useStore(({ history: { present } }) => {
    const { initiator } = flowEntryOf(present, flow).rule;
    return nameOf(present, initiator === 'source' ? flow.from : flow.to);
  });
  return (
    <header className={classes.header}>
      <NameField item={flow} placeholder="Data flow without a label" />
      <div className={classes.ends}>
        <End id={flow.from} />
        <IconArrowRight size={16} role="img" aria-label="sends data to" />
        <End id={flow.to} />
      </div>
      <p className={classes.type}>
        {interaction} · {opener} opens the connection
      </p>
    </header>
  );
}
