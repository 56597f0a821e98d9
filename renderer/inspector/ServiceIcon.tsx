import { resourcesById } from '../../shared/diagram/graph.ts';
import { iconUri } from '../icons.ts';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import classes from './Inspector.module.css';

interface ServiceIconProps {
  /** Id of the resource whose service it is. */
  readonly resource: string;
  readonly size: number;
}

/** The icon of a resource's service; a question mark when the catalog has none. The name stands beside it. */
export function ServiceIcon({ resource, size }: ServiceIconProps) {
  const icon = useStore(({ history: { present } }) => {
    const service = resourcesById(present.resources).get(resource)?.service ?? '';
    return catalog.services.get(service)?.service.icon ?? null;
  });
  return icon === null ? (
    <span className={classes.noIcon} style={{ width: size, height: size }} aria-hidden="true">
      ?
    </span>
  ) : (
    <img className={classes.icon} src={iconUri(icon)} alt="" width={size} height={size} />
  );
}
