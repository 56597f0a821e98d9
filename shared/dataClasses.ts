/*
 * Classes of data: words that both a diagram and the catalog use. What reaches an element is a set of them, as personal,
 * payment and health data are equally strong and do not replace one another.
 */

/** Classes of data, weakest first; the last three are equally strong. */
export const DATA_CLASSES = {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  personal: 'Personal',
  payment: 'Payment',
  health: 'Health',
} as const;
export type DataClass = keyof typeof DATA_CLASSES;
export const DATA_CLASS_IDS = Object.keys(DATA_CLASSES) as [DataClass, ...DataClass[]];

/** Levels, weakest first: what the strongest class of a set comes to. `sensitive` is personal, payment or health. */
export const DATA_LEVELS = {
  none: 'Not classified',
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  sensitive: 'Sensitive (personal, payment or health)',
} as const;
export type DataLevel = keyof typeof DATA_LEVELS;

/** A set of classes, one bit each. */
export type ClassSet = number;

/** The levels, weakest first. */
export const DATA_LEVEL_IDS = Object.keys(DATA_LEVELS) as DataLevel[];
const STRONGEST = DATA_LEVEL_IDS.length - 1;

/** 0 is the weakest class. */
export const strengthOf = (each: DataClass): number =>
  Math.min(DATA_CLASS_IDS.indexOf(each), DATA_LEVEL_IDS.indexOf('sensitive') - 1);

/** A set of one class, by its place in the list of all. */
export const onlyClass = (index: number): ClassSet => 1 << index;

/** A set of the classes in a list. */
export const setOf = (classes: readonly DataClass[]): ClassSet =>
  classes.reduce((set, each) => set | onlyClass(DATA_CLASS_IDS.indexOf(each)), 0);

/** Every class. */
export const ALL_CLASSES: ClassSet = setOf(DATA_CLASS_IDS);
const SENSITIVE: ClassSet = setOf(['personal', 'payment', 'health']);

const LISTS: readonly (readonly DataClass[])[] = Array.from({ length: ALL_CLASSES + 1 }, (_, set) =>
  DATA_CLASS_IDS.filter((_id, index) => (set & onlyClass(index)) !== 0),
);

/** The classes of a set, weakest first. */
export const classesOf = (set: ClassSet): readonly DataClass[] => LISTS[set] ?? [];

/** A class and all that are stronger. */
export const orStronger = (each: DataClass): ClassSet =>
  setOf(DATA_CLASS_IDS.filter((other) => other === each || strengthOf(other) > strengthOf(each)));

/** The personal, payment and health data of a set. */
export const sensitiveOf = (set: ClassSet): ClassSet => set & SENSITIVE;

/** What the strongest class of a set comes to. */
export function levelOf(set: ClassSet): DataLevel {
  const strongest = classesOf(set).at(-1);
  return (strongest && DATA_LEVEL_IDS[Math.min(strengthOf(strongest) + 1, STRONGEST)]) ?? 'none';
}

/** A list of classes, weakest first, each once. */
export const inOrder = (classes: readonly DataClass[]): DataClass[] => [...classesOf(setOf(classes))];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How data are marked on a card: the strongest class, how many more there are, and all of them in words. */
export function dataMark(set: ClassSet): { readonly text: string; readonly title: string } | null {
  const classes = classesOf(set);
  const strongest = classes.at(-1);
  if (!strongest) return null;
  const word = DATA_CLASSES[strongest].toLowerCase();
  return {
    // The longest word is cut, so that the count stands beside it on a card.
    text: classes.length === 1 ? word : `${word.replace('confidential', 'confid.')} +${classes.length - 1}`,
    title: `${capital(classesText(classes))} reach it`,
  };
}

/** Classes in words: "personal and payment data". */
export function classesText(classes: readonly DataClass[]): string {
  const words = classes.map((each) => DATA_CLASSES[each].toLowerCase());
  const last = words.at(-1) ?? 'no';
  return `${words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`} data`;
}
