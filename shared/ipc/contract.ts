import { z } from 'zod';
import { COMMAND_IDS } from '../commands.ts';
import type { AnyChannel, Channel, EventName } from './channels.ts';
import { Settings } from './settings.ts';

/** The largest diagram that is opened or saved, in bytes on disk. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The largest file that is exported, in bytes, or characters of a text: some systems and programs end not far beyond. */
export const MAX_EXPORT_BYTES = 500 * 1024 * 1024;

/** So many unsaved works are offered at a start, the newest. */
export const MAX_RECOVERIES = 100;

/** A handle that the renderer gets in place of a path: it can only name files that the user has picked. */
const FileId = z.uuid();
const Text = z.string().max(MAX_FILE_BYTES);
const Name = z.string().max(255);
/** A folder or a path within one, to show to a person: Windows has them up to this length. */
const Place = z.string().max(32_767);
/** What a system or a parser said, which may quote a path or two. */
const Said = z.string().max(100_000);
const Time = z.iso.datetime().max(40);
/** Free words of the user, such as the diagram's name: hosts shorten them where a system needs it short. */
const Label = z.string().max(1_000_000);

/** A file on disk as the renderer knows it; `location` is a folder to show to a person, never to use. */
export const DiagramFile = z.strictObject({ id: FileId, name: Name, location: Place.nullable() });
export type DiagramFile = z.infer<typeof DiagramFile>;

export const OpenedFile = DiagramFile.extend({
  text: Text,
  readOnly: z.boolean(),
  /** True when the text came out of an exported picture: saving must not replace that. */
  picture: z.boolean().optional(),
  /** True when another window has the file open too. */
  elsewhere: z.boolean().optional(),
});
export type OpenedFile = z.infer<typeof OpenedFile>;

export const OpenFailure = z.strictObject({
  state: z.literal('failed'),
  reason: z.enum(['notFound', 'tooLarge', 'notText', 'notAFile', 'noPermission', 'other']),
  /** The file's name, for the message. */
  name: Name,
  /** What the system said; may be empty. */
  detail: Said,
});
export type OpenFailure = z.infer<typeof OpenFailure>;

export const SaveFailure = z.strictObject({
  state: z.literal('failed'),
  reason: z.enum([
    'diskFull',
    'readOnly',
    'noPermission',
    'notFound',
    'pathTooLong',
    'locked',
    /** A network share or a drive that went away, or a disk that fails. */
    'unreachable',
    'other',
  ]),
  detail: Said,
});
export type SaveFailure = z.infer<typeof SaveFailure>;

const Cancelled = z.strictObject({ state: z.literal('cancelled') });

export const OpenResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('opened'), file: OpenedFile }),
  Cancelled,
  OpenFailure,
]);
export type OpenResult = z.infer<typeof OpenResult>;

/** `conflict`: the file is no longer the one that was read or written last. `overwrite: true` saves over it. */
export const SaveResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), name: Name }),
  z.strictObject({ state: z.literal('conflict') }),
  SaveFailure,
]);
export type SaveResult = z.infer<typeof SaveResult>;

export const SaveAsResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), file: DiagramFile }),
  Cancelled,
  SaveFailure,
]);
export type SaveAsResult = z.infer<typeof SaveAsResult>;

export const ExportResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), name: Name }),
  Cancelled,
  SaveFailure,
]);
export type ExportResult = z.infer<typeof ExportResult>;

export const PrintResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('printed') }),
  Cancelled,
  z.strictObject({ state: z.literal('failed'), detail: Said }),
]);
export type PrintResult = z.infer<typeof PrintResult>;

/** One line of the list of recent files; `openedAt` is an ISO date and time. */
export const RecentFile = z.strictObject({
  id: FileId,
  name: Name,
  location: Place.nullable(),
  openedAt: Time,
});
export type RecentFile = z.infer<typeof RecentFile>;

/** Unsaved work found at start; `file` is the file it belongs to, if it was ever saved and is still known. */
export const Recovery = z.strictObject({
  documentId: z.uuid(),
  name: Label,
  savedAt: Time,
  text: Text,
  file: DiagramFile.nullable(),
});
export type Recovery = z.infer<typeof Recovery>;

/** Somebody's own catalog folder as it is on disk now: files that are JSON, and what is wrong with others. */
export const OwnCatalog = z.strictObject({
  name: Name,
  location: Place.nullable(),
  files: z
    .array(z.strictObject({ path: z.string().max(300), content: z.unknown() }))
    .max(2000)
    .readonly(),
  problems: z
    .array(z.strictObject({ file: Place, path: Said, message: Said }))
    .max(2000)
    .readonly(),
});
export type OwnCatalog = z.infer<typeof OwnCatalog>;

export const ChooseCatalogResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('chosen'), catalog: OwnCatalog }),
  Cancelled,
]);
export type ChooseCatalogResult = z.infer<typeof ChooseCatalogResult>;

const Version = z.string().max(20);

/** Whether there is a newer release than the one that runs; `page` is where people get it. */
export const UpdateResult = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('newer'), version: Version, page: z.string().max(300) }),
  z.strictObject({ state: z.literal('newest') }),
  z.strictObject({
    state: z.literal('failed'),
    reason: z.enum([
      'offline',
      'noRelease',
      'refused',
      'unreadable',
      /** This copy was not made by a workflow, so it does not know where releases are. */
      'noRepository',
      /** The page in a browser has no network. */
      'browser',
    ]),
  }),
]);
export type UpdateResult = z.infer<typeof UpdateResult>;

export const AppStart = z.strictObject({
  opened: OpenResult.nullable(),
  recoveries: z.array(Recovery).max(MAX_RECOVERIES).readonly(),
  /** The own catalog that was chosen in an earlier run. */
  ownCatalog: OwnCatalog.nullable(),
  settings: Settings,
  /** What settings that could not be read are kept under; null when they were read. */
  damagedSettings: Name.nullable(),
});
export type AppStart = z.infer<typeof AppStart>;

/** What the native window and menus show of the renderer's state. */
export const WindowState = z.strictObject({
  title: Label,
  dirty: z.boolean(),
  /** True while texts that are in no document wait in their fields for being mended. */
  waiting: z.boolean(),
  /** True while something long runs, such as an export. */
  busy: z.boolean(),
  /** The file that is open; null when the document has none. */
  fileId: FileId.nullable(),
  /** True when there is no document that another one would take the place of. */
  empty: z.boolean(),
  /** What the next undo takes back, without the word itself ("Move warehouse"); null when there is nothing. */
  undoLabel: Label.nullable(),
  redoLabel: Label.nullable(),
  enabled: z.array(z.enum(COMMAND_IDS)).max(200).readonly(),
});
export type WindowState = z.infer<typeof WindowState>;

/** How many earlier versions hosts keep of a file. */
export const KEPT_VERSIONS = 20;
/** An earlier content of a file, kept when it was saved over. */
export const FileVersion = z.strictObject({ id: z.string().max(300), replacedAt: Time });
export type FileVersion = z.infer<typeof FileVersion>;

const Nothing = z.void();

/** One entry per channel: `in` is what the renderer sends, `out` what it gets back. */
export const calls = {
  /** The renderer says that it listens; the file that the app was started with comes back, and unsaved work. */
  'app:start': { in: z.tuple([]), out: AppStart },
  'file:open': { in: z.tuple([]), out: OpenResult },
  'file:openRecent': { in: z.tuple([FileId]), out: OpenResult },
  /** A file that this page knows, as it is on disk now, under a new id; the old one stays as it is. */
  'file:openAgain': { in: z.tuple([FileId]), out: OpenResult },
  'file:save': {
    in: z.tuple([z.strictObject({ id: FileId, text: Text, overwrite: z.boolean().optional() })]),
    out: SaveResult,
  },
  'file:saveAs': { in: z.tuple([z.strictObject({ suggestedName: Label, text: Text })]), out: SaveAsResult },
  'file:export': {
    in: z.tuple([
      z.strictObject({
        suggestedName: Label,
        /** Without the dot. */
        extension: z
          .string()
          .max(12)
          .regex(/^[a-z0-9]+$/),
        mimeType: z.string().max(100),
        /** Text goes out as UTF-8. A picture of thousands of elements is larger than its diagram. */
        content: z.union([
          z.string().max(MAX_EXPORT_BYTES),
          z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MAX_EXPORT_BYTES),
        ]),
      }),
    ]),
    out: ExportResult,
  },
  /** What a file held before it was saved over, newest first; nothing where the host keeps none. */
  'versions:list': { in: z.tuple([FileId]), out: z.array(FileVersion).max(1000).readonly() },
  /** The text of one version of a file; null when it is gone. */
  'versions:read': { in: z.tuple([FileId, z.string().max(300)]), out: Text.nullable() },
  /** Asks for a folder, reads it, and remembers it for later runs. */
  'catalog:choose': { in: z.tuple([]), out: ChooseCatalogResult },
  /** Reads the remembered folder once more; null when there is none. */
  'catalog:read': { in: z.tuple([]), out: OwnCatalog.nullable() },
  'catalog:forget': { in: z.tuple([]), out: Nothing },
  /** Changes settings for all windows; false when they could not be kept for the next start. */
  'settings:set': { in: z.tuple([Settings]), out: z.boolean() },
  'recent:list': { in: z.tuple([]), out: z.array(RecentFile).max(10).readonly() },
  'recent:clear': { in: z.tuple([]), out: Nothing },
  /** Keeps unsaved work; false when it could not be kept. */
  'recovery:put': {
    in: z.tuple([z.strictObject({ documentId: z.uuid(), name: Label, fileId: FileId.nullable(), text: Text })]),
    out: z.boolean(),
  },
  /** Takes unsaved work of an earlier time up; false when another window has it. */
  'recovery:take': { in: z.tuple([z.uuid()]), out: z.boolean() },
  'recovery:drop': { in: z.tuple([z.uuid()]), out: Nothing },
  'window:state': { in: z.tuple([WindowState]), out: Nothing },
  /** Prints the page as it is on paper, with the system's dialog. */
  'window:print': { in: z.tuple([]), out: PrintResult },
  /** Opens one more window. */
  'window:new': { in: z.tuple([]), out: Nothing },
  /** Brings another window to the front that has this file open; false where there is none. */
  'window:goTo': { in: z.tuple([FileId]), out: z.boolean() },
  /**
   * The renderer's answer to `save:andClose`. True: all is saved, and the window closes without a further question.
   * False: it is not, and the window stays.
   */
  'window:close': { in: z.tuple([z.boolean()]), out: Nothing },
  /** Opens an https address in the system's browser once the person agreed to its host; false when that is refused. */
  'link:open': { in: z.tuple([z.string().max(2048)]), out: z.boolean() },
  /** Asks GitHub for the newest release, as the person asked. */
  'update:check': { in: z.tuple([]), out: UpdateResult },
  /** The same once a week, if the person turned that on in the settings; a newer release, or null. */
  'update:weekly': { in: z.tuple([]), out: Version.nullable() },
  /** The words on the clipboard, in answer to a command of the person; null when they may not be read, or are too many. */
  'clipboard:read': { in: z.tuple([]), out: Text.nullable() },
  /** From the preload: files that a person has dropped on the window. */
  'file:dropped': { in: z.tuple([z.array(Place.min(1)).min(1).max(1000).readonly()]), out: Nothing },
} as const satisfies Record<AnyChannel, { in: z.ZodType; out: z.ZodType }>;

export type In<C extends AnyChannel> = z.input<(typeof calls)[C]['in']>;
export type Out<C extends AnyChannel> = z.output<(typeof calls)[C]['out']>;

/** What a host tells the renderer on its own. */
export const events = {
  'menu:command': z.enum(COMMAND_IDS),
  'file:opened': OpenResult,
  /** Seen when the window gets the focus back: the open file is not as it was read or written last. */
  'file:changedOutside': z.strictObject({ id: FileId, kind: z.enum(['changed', 'removed']) }),
  /** Something that was dropped on the window and is not opened. */
  'drop:refused': z.strictObject({ name: Name, reason: z.enum(['folder', 'wrongKind', 'tooMany']) }),
  /** Settings were changed, in this window or another. */
  'settings:changed': Settings,
  /** The system ends: keep unsaved work now. */
  'work:keep': z.null(),
  /** The person chose "Save" in the question of a closing window: save, then call `window:close`. */
  'save:andClose': z.null(),
} as const satisfies Record<EventName, z.ZodType>;

export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** What a desktop or a browser gives to the renderer: the one port between them. */
export interface Host {
  readonly kind: 'desktop' | 'web';
  call<C extends Channel>(channel: C, ...args: In<C>): Promise<Out<C>>;
  /** Calls `listener` for each event from now on; the function that comes back ends that. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}
