import { type Name, nameOf } from '../palette/fit.ts';
import { byFit, findAll, findMistyped, type Ranked } from '../palette/search.ts';
import { type Action, type Entries, type Entry, kindOf } from './entries.ts';

type Kind = Action['kind'];

/** One group of what is shown; `hidden` is how many more there are. */
export interface ShownGroup {
  readonly id: Kind | 'recent';
  readonly title: string;
  readonly entries: readonly Entry[];
  /** By id: the other name that an entry was found by. */
  readonly because: ReadonlyMap<string, string>;
  readonly hidden: number;
}

/** Groups with their titles, and the words that a query for them may begin with. */
const GROUPS = {
  command: { title: 'Commands', leads: [] },
  add: { title: 'Add', leads: [['add'], ['new'], ['insert']] },
  element: { title: 'Go to', leads: [['go', 'to'], ['go'], ['select'], ['show']] },
  finding: { title: 'Findings', leads: [['gap'], ['gaps'], ['question'], ['finding'], ['findings']] },
} as const satisfies Record<Kind, { readonly title: string; readonly leads: readonly (readonly string[])[] }>;

export const KINDS = Object.keys(GROUPS) as readonly Kind[];

/** How many entries are shown in all, and of one group while others wait. */
const MOST = 50;
const FAIR = 12;

/** What a query asks of a group besides its leading word; null when it has none of them. */
function afterLead(query: Name, kind: Kind): Name | null {
  for (const lead of GROUPS[kind].leads) {
    if (lead.every((word, index) => query.words[index] === word))
      return nameOf(query.words.slice(lead.length).join(' '));
  }
  return null;
}

type Find = (all: readonly Entry[], query: Name) => readonly Ranked<Entry>[];

/** All of a group, for its leading word alone: "go to". */
const all = (entries: readonly Entry[]): readonly Ranked<Entry>[] =>
  entries.map((candidate) => ({ candidate, because: null, rank: 2, length: 0 }));

function found(entries: readonly Entry[], query: Name, kind: Kind, find: Find): readonly Ranked<Entry>[] {
  const rest = afterLead(query, kind);
  const hits = rest === null ? find(entries, query) : rest.words.length === 0 ? all(entries) : find(entries, rest);
  return hits.toSorted(byFit);
}

/** How many of each group are shown: a fair share each, and what others leave over to those that come first. */
function shares(counts: readonly number[]): readonly number[] {
  const result = counts.map((count) => Math.min(count, FAIR));
  let left = MOST - result.reduce((sum, share) => sum + share, 0);
  return result.map((share, index) => {
    const more = Math.max(0, Math.min(left, (counts[index] ?? 0) - share));
    left -= more;
    return share + more;
  });
}

function search(entries: Entries, query: Name, find: Find): readonly ShownGroup[] {
  const groups = KINDS.map((kind) => ({ kind, hits: found(entries[kind], query, kind, find) }))
    .filter(({ hits }) => hits.length > 0)
    .sort(({ hits: [a] }, { hits: [b] }) => (a && b ? byFit(a, b) : 0));
  const room = shares(groups.map(({ hits }) => hits.length));
  return groups.map(({ kind, hits }, index) => {
    const shown = hits.slice(0, room[index]);
    return {
      id: kind,
      title: GROUPS[kind].title,
      entries: shown.map(({ candidate }) => candidate),
      because: new Map(shown.flatMap(({ candidate, because }) => (because === null ? [] : [[candidate.id, because]]))),
      hidden: hits.length - shown.length,
    };
  });
}

const RECENT = 8;

/** What is shown before anything is typed: what was chosen last, then all commands. */
function beginning(entries: Entries, recent: readonly string[]): readonly ShownGroup[] {
  const wanted = new Set(recent);
  const kinds = new Set(recent.map(kindOf));
  const known = new Map(
    KINDS.filter((kind) => kinds.has(kind))
      .flatMap((kind) => entries[kind])
      .filter(({ id }) => wanted.has(id))
      .map((entry) => [entry.id, entry]),
  );
  const last = recent.flatMap((id) => known.get(id) ?? []).slice(0, RECENT);
  const others = entries.command.filter((entry) => !last.includes(entry));
  const group = (id: ShownGroup['id'], title: string, list: readonly Entry[]): ShownGroup => ({
    id,
    title,
    entries: list.slice(0, MOST - RECENT),
    because: new Map(),
    hidden: Math.max(0, list.length - (MOST - RECENT)),
  });
  return [group('recent', 'Chosen last', last), group('command', GROUPS.command.title, others)].filter(
    (each) => each.entries.length > 0,
  );
}

/**
 * What the command palette shows for a text: groups, the one with the best fit first. Letters may be mistyped where
 * nothing fits as it is.
 */
export function findEntries(entries: Entries, text: string, recent: readonly string[]): readonly ShownGroup[] {
  const query = nameOf(text);
  if (query.words.length === 0) return beginning(entries, recent);
  const exact = search(entries, query, findAll);
  return exact.length > 0 ? exact : search(entries, query, findMistyped);
}
