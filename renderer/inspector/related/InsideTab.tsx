import { kindName } from '../../../shared/catalog/words.ts';
import { iconUri } from '../../icons.ts';
import { catalog } from '../../state/catalog.ts';
import { nameOf } from '../../state/names.ts';
import { present, useStore } from '../../state/store.ts';
import { isResource } from '../element.ts';
import { ServiceIcon } from '../ServiceIcon.tsx';
import classes from './Related.module.css';
import { RelatedRow } from './RelatedRow.tsx';
import { contentOf } from './related.ts';

function BoundaryIcon({ kind }: { readonly kind: string }) {
  const icon = catalog.boundaries.get(kind)?.kind.icon;
  return icon === undefined ? null : <img src={iconUri(icon)} alt="" width={24} height={24} />;
}

/** What stands directly in a boundary, each with its worst outcome; a click selects it. */
export function InsideTab({ id }: { readonly id: string }) {
  // Read for the render they cause.
  useStore((state) => state.history.present.resources);
  useStore((state) => state.history.present.boundaries);
  const diagram = present();
  const content = contentOf(diagram, id);
  if (content.length === 0) {
    return <p className={classes.quiet}>Nothing is inside. Drop resources here, or choose “Inside” on a resource.</p>;
  }
  return (
    <ul className={classes.list}>
      {content.map((item) => (
        <RelatedRow
          key={item.id}
          id={item.id}
          icon={isResource(item) ? <ServiceIcon resource={item.id} size={24} /> : <BoundaryIcon kind={item.kind} />}
          name={nameOf(diagram, item.id)}
          detail={kindName(catalog, isResource(item) ? item.service : item.kind)}
        />
      ))}
    </ul>
  );
}
