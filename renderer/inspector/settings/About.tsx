import { catalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import { flowEntryOf, isFlow, isResource, itemOf } from '../element.ts';
import classes from './Settings.module.css';

function AboutService({ id }: { readonly id: string }) {
  const service = catalog.services.get(id)?.service;
  if (!service) return null;
  return (
    <div className={classes.about}>
      <p>{service.summary}</p>
      {service.formerNames.map(({ name, until }) => (
        <p key={name}>
          Called {name} until {until}.
        </p>
      ))}
      {service.retired && (
        <p className={classes.warning}>
          Retired since {service.retired.since}. {service.retired.instead}
        </p>
      )}
    </div>
  );
}

function AboutFlow({ id }: { readonly id: string }) {
  const entry = useStore(({ history: { present } }) => {
    const item = itemOf(present, id);
    return item && isFlow(item) ? flowEntryOf(present, item) : null;
  });
  if (!entry) return null;
  return (
    <div className={classes.about}>
      {entry.rule.summary && <p>{entry.rule.summary}</p>}
      {!entry.specific && <p>Nobody has written rules for this pair of services: it is checked as any data flow is.</p>}
      {entry.rule.pages.map(({ url, title }) => (
        <p key={url}>
          <ExternalLink url={url} title={title} />
        </p>
      ))}
    </div>
  );
}

/** What an element is, in a sentence of the catalog. */
export function About({ id }: { readonly id: string }) {
  const type = useStore(({ history: { present } }) => {
    const item = itemOf(present, id);
    return !item || isFlow(item) ? null : isResource(item) ? `service ${item.service}` : `boundary ${item.kind}`;
  });
  if (type === null) return <AboutFlow id={id} />;
  const [kind, name = ''] = type.split(' ');
  if (kind === 'service') return <AboutService id={name} />;
  const boundary = catalog.boundaries.get(name)?.kind;
  return boundary ? (
    <div className={classes.about}>
      <p>{boundary.summary}</p>
    </div>
  ) : null;
}
