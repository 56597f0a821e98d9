import { useMemo } from 'react';
import { oneLine } from '../../../shared/diagram/oneLine.ts';
import type { Boundary, Resource } from '../../../shared/diagram/schema.ts';
import { iconUri } from '../../icons.ts';
import { catalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { isResource, pathOf } from '../element.ts';
import { BadgeField } from './BadgeField.tsx';
import classes from './Header.module.css';
import { NameField } from './NameField.tsx';
import { PlacementSelect } from './PlacementSelect.tsx';

/** What the catalog calls the element, and its icon; an unknown one goes by its raw id. */
function typeOf(item: Resource | Boundary): { readonly name: string; readonly icon: string | null } {
  const type = isResource(item) ? catalog.services.get(item.service)?.service : catalog.boundaries.get(item.kind)?.kind;
  return { name: type?.name ?? (isResource(item) ? item.service : item.kind), icon: type?.icon ?? null };
}

/** The head of the panel for a resource or boundary: icon, name, what it is, and where. */
export function PlacedHeader({ item }: { readonly item: Resource | Boundary }) {
  const { name, icon } = typeOf(item);
  const path = useStore((state) => pathOf(state.history.present, item.inside));
  const ids = useMemo(() => [item.id], [item.id]);
  const about = oneLine(path === '' ? name : `${name} · in ${path}`);
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        {icon === null ? (
          <span className={classes.noIcon} aria-hidden="true">
            ?
          </span>
        ) : (
          <img className={classes.icon} src={iconUri(icon)} alt="" width={36} height={36} />
        )}
        <div className={classes.words}>
          <NameField id={item.id} label="Name" name={item.name} placeholder={name} />
          <p className={classes.type} title={about}>
            {about}
          </p>
        </div>
      </div>
      <PlacementSelect id={item.id} />
      {isResource(item) && <BadgeField ids={ids} badge={item.badge ?? ''} />}
    </header>
  );
}
