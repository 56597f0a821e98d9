import type { Catalog } from '../../shared/catalog/catalog.ts';
import { COMMANDS, type Command, type CommandId, MENUS } from '../../shared/commands.ts';
import { flowName } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { enabledCommands } from '../commands/runCommand.ts';
import { type FindingRow, listedOf, rowOf } from '../findings/rows.ts';
import { nameOf as nameForSearch } from '../palette/fit.ts';
import { type Candidate, type PaletteItem, paletteCandidates, type Term } from '../palette/search.ts';
import { reportOf } from '../state/derived.ts';
import { textName } from '../state/names.ts';
import { isDrawing, type State } from '../state/store.ts';

/** What choosing an entry does. */
export type Action =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'add'; readonly item: PaletteItem }
  | { readonly kind: 'element'; readonly element: string; readonly icon: string | null }
  | { readonly kind: 'finding'; readonly row: FindingRow };

/** One line of the command palette. */
export interface Entry extends Candidate {
  /** Stays the same from day to day. */
  readonly id: string;
  readonly label: string;
  readonly more: string;
  readonly action: Action;
}

/** All that the command palette can offer, by kind. */
export type Entries = { readonly [K in Action['kind']]: readonly Entry[] };

const term = (text: string): Term => ({ name: nameForSearch(text), because: null });
const { compare } = new Intl.Collator('en');
const byLabel = (a: Entry, b: Entry): number => compare(a.label, b.label);

function commandEntry(id: CommandId): Entry {
  const { label, menu, also = [] }: Command = COMMANDS[id];
  const terms = [label, ...also].map(term);
  return { id: `command:${id}`, label, more: menu ? MENUS[menu] : '', action: { kind: 'command', command: id }, terms };
}

const addEntries = (catalog: Catalog): readonly Entry[] =>
  paletteCandidates(catalog).map(({ item, label, ...candidate }) => ({
    ...candidate,
    id: `${item.kind}:${item.id}`,
    label: `Add ${label}`,
    more: item.kind === 'service' ? item.service.name : 'Boundary',
    action: { kind: 'add', item },
  }));

interface Named {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly icon: string | null;
}

const elementEntry = ({ id, name, what, icon }: Named): Entry => ({
  id: `element:${id}`,
  label: name,
  more: what,
  action: { kind: 'element', element: id, icon },
  terms: [term(name), term(`${name} ${what}`)],
});

function namedElements(diagram: Diagram, catalog: Catalog): readonly Named[] {
  const resources = diagram.resources.map(({ id, name, service }) => {
    const known = catalog.services.get(service)?.service;
    const what = known?.shortName ?? service;
    return { id, name: name || what, what, icon: known?.icon ?? null };
  });
  const boundaries = diagram.boundaries.map(({ id, name, kind }) => {
    const what = catalog.boundaries.get(kind)?.kind.name ?? kind;
    return { id, name: name || what, what, icon: catalog.boundaries.get(kind)?.kind.icon ?? null };
  });
  const flows = diagram.flows.map((flow) => ({
    id: flow.id,
    name: flowName(diagram, flow),
    what: flow.label === '' ? 'Flow' : `Flow, ${oneLine(flow.label)}`,
    icon: null,
  }));
  const texts = diagram.texts.map((text) => ({
    id: text.id,
    name: textName(text),
    what: text.style === 'title' ? 'Title' : 'Note',
    icon: null,
  }));
  return [...resources, ...boundaries, ...flows, ...texts];
}

const ofRow = new WeakMap<FindingRow, Entry>();

/** The entry of a finding: made once, since an edit leaves most findings as they were. */
function findingEntry(row: FindingRow): Entry {
  const known = ofRow.get(row);
  if (known) return known;
  const { title, where, assessment } = row;
  const terms = [term(`${title} on ${where}`)];
  const made: Entry = {
    id: `finding:${assessment.key}`,
    label: title,
    more: where,
    action: { kind: 'finding', row },
    terms,
  };
  ofRow.set(row, made);
  return made;
}

type Make = (state: State, catalog: Catalog) => readonly Entry[];

const isEditing = ({ view }: State): boolean => view === 'editor';

const MAKE: Readonly<Record<Action['kind'], Make>> = {
  command: (state) =>
    enabledCommands(state)
      .filter((id) => id !== 'commandPalette')
      .map(commandEntry),
  add: (state, catalog) => (isEditing(state) && isDrawing(state) ? addEntries(catalog) : []),
  element: (state, catalog) =>
    isEditing(state) ? namedElements(state.history.present, catalog).map(elementEntry).toSorted(byLabel) : [],
  finding: (state) => (isEditing(state) ? listedOf(reportOf(state)).map((each) => findingEntry(rowOf(each))) : []),
};

/** What can be chosen in a state of the app. Each kind is made when it is first asked for: only the commands are shown at once. */
export function entriesOf(state: State, catalog: Catalog): Entries {
  const made: Partial<Record<Action['kind'], readonly Entry[]>> = {};
  const of = (kind: Action['kind']): readonly Entry[] => {
    made[kind] ??= MAKE[kind](state, catalog);
    return made[kind];
  };
  return {
    get command() {
      return of('command');
    },
    get add() {
      return of('add');
    },
    get element() {
      return of('element');
    },
    get finding() {
      return of('finding');
    },
  };
}

/** The kind of an entry, by its id. */
export function kindOf(id: string): Action['kind'] {
  const [first] = id.split(':', 1);
  return first === 'command' || first === 'element' || first === 'finding' ? first : 'add';
}
