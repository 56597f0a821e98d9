import { DATA_CLASS_IDS, type DataClass } from '../../../shared/dataClasses.ts';
import { changeBrings } from '../../../shared/diagram/edit/data.ts';
import { resourcesById } from '../../../shared/diagram/graph.ts';
import type { Resource } from '../../../shared/diagram/schema.ts';
import { commit, useStore } from '../../state/store.ts';
import { elementsText } from '../settings/elementsText.ts';
import { ClassPicks } from './ClassPicks.tsx';
import classes from './Data.module.css';

const brings = ({ data }: Resource, each: DataClass): boolean => data?.brings.includes(each) === true;

/** Which data enter at the resources among several elements, each class said of all of them at once. */
export function ManyData({ ids }: { readonly ids: readonly string[] }) {
  const all = useStore((state) => state.history.present.resources);
  const resources = ids.flatMap((id) => resourcesById(all).get(id) ?? []);
  if (resources.length === 0) return null;
  const counts = new Map(
    DATA_CLASS_IDS.map((each) => [each, resources.filter((resource) => brings(resource, each)).length]),
  );
  const value = DATA_CLASS_IDS.filter((each) => counts.get(each) === resources.length);
  const some = [...counts].filter(([each, count]) => count > 0 && !value.includes(each));
  const where = elementsText(resources.map(({ id }) => id));
  const set = (chosen: readonly DataClass[]) =>
    commit(`Data that enter at ${where}`, (diagram) =>
      changeBrings(diagram, ids, {
        added: chosen.filter((each) => !value.includes(each)),
        removed: value.filter((each) => !chosen.includes(each)),
      }),
    );
  return (
    <section className={classes.section} aria-label="Data">
      <h3 className={classes.heading}>Data</h3>
      <ClassPicks
        label={`Enter the diagram at ${where}`}
        value={value}
        some={new Map(some.map(([each, count]) => [each, `${count} of ${resources.length}`]))}
        onChange={set}
      />
    </section>
  );
}
