import type { Flow } from '../../../shared/diagram/schema.ts';
import { nameOf } from '../../state/names.ts';
import { useStore } from '../../state/store.ts';
import { flowEntryOf } from '../element.ts';
import { ServiceIcon } from '../ServiceIcon.tsx';
import classes from './Related.module.css';
import { RelatedRow } from './RelatedRow.tsx';
import { useIncoming, useOutgoing } from './related.ts';

function FlowRow({ flow, other }: { readonly flow: Flow; readonly other: string }) {
  const name = useStore((state) => nameOf(state.history.present, other));
  const interaction = useStore((state) => flowEntryOf(state.history.present, flow).rule.interaction);
  const detail = flow.label === '' ? interaction : `${flow.label} · ${interaction}`;
  return <RelatedRow id={flow.id} icon={<ServiceIcon resource={other} size={24} />} name={name} detail={detail} />;
}

interface DirectionProps {
  readonly title: string;
  readonly flows: readonly Flow[];
  readonly end: 'from' | 'to';
}

function Direction({ title, flows, end }: DirectionProps) {
  if (flows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>
        {flows.map((flow) => (
          <FlowRow key={flow.id} flow={flow} other={flow[end]} />
        ))}
      </ul>
    </section>
  );
}

/** The flows of a resource by direction, each with its worst outcome; a click selects the flow. */
export function FlowsTab({ id }: { readonly id: string }) {
  const incoming = useIncoming(id);
  const outgoing = useOutgoing(id);
  return (
    <div className={classes.tab}>
      {incoming.length + outgoing.length === 0 && (
        <p className={classes.quiet}>No data flows in or out yet. Drag from one of its handles to another resource.</p>
      )}
      <Direction title="Receives data from" flows={incoming} end="from" />
      <Direction title="Sends data to" flows={outgoing} end="to" />
    </div>
  );
}
