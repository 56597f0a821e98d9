/** The menus of the menu bar, in its order. */
export const MENUS = {
  file: 'File',
  edit: 'Edit',
  arrange: 'Arrange',
  review: 'Review',
  view: 'View',
  help: 'Help',
} as const;

export type MenuName = keyof typeof MENUS;

/** The names of `MENUS`, in order. */
export const MENU_NAMES = Object.keys(MENUS) as readonly MenuName[];

/** What a context menu was opened on; `several` is a selection of more than one. */
export type ContextName = 'canvas' | 'resource' | 'flow' | 'boundary' | 'text' | 'several' | 'finding';

export interface Command {
  /** Shown in menus, tooltips and the keyboard list. */
  readonly label: string;
  /** Where it stands in the menu bar; `null` keeps it out. */
  readonly menu: MenuName | null;
  /** Other words for it, which the command palette finds it by. */
  readonly also?: readonly string[];
  /** The context menus that it stands in. */
  readonly contexts?: readonly ContextName[];
  /** Electron accelerator syntax; `CmdOrCtrl` is Command on macOS, Control elsewhere. */
  readonly shortcut?: string;
  /** Further shortcuts that do the same. */
  readonly alsoShortcuts?: readonly string[];
  /** The browser makes an event of its keys, which the page listens to: text fields have the same event. */
  readonly byBrowser?: boolean;
  /** The desktop has its own menus, and this key for them. */
  readonly ofDesktop?: boolean;
  /** Browsers keep this key for themselves: only the desktop has it. */
  readonly notInBrowser?: boolean;
  /** A separator stands before it in the menu. */
  readonly startsGroup?: boolean;
  /** The browser or the focused text field handles this key itself when a text field has the focus. */
  readonly leaveToTextFields?: boolean;
  /** A bare key that works wherever no text is typed; other bare keys need the focus on the canvas or nowhere. */
  readonly anywhere?: boolean;
  /** A bare key that works wherever no text is typed while a review is under way. */
  readonly inReview?: boolean;
  /** A bare key that works in the outline too; others belong to its search by typing there. */
  readonly inOutline?: boolean;
}

const PLACED = ['resource', 'boundary', 'text', 'several'] as const;
const ELEMENTS = ['resource', 'flow', 'boundary', 'several'] as const;

/**
 * Everything a person can ask of Parapet by menu, key or button. One table feeds the native menu, the keyboard, the
 * toolbar, context menus, the command palette and the list of keys; what each command does is in
 * `renderer/commands/table/`.
 */
export const COMMANDS = {
  new: { label: 'New diagram', menu: 'file', shortcut: 'CmdOrCtrl+N' },
  newWindow: { label: 'New window', menu: 'file', shortcut: 'CmdOrCtrl+Shift+N', notInBrowser: true },
  open: { label: 'Open…', menu: 'file', shortcut: 'CmdOrCtrl+O' },
  start: { label: 'Start page', menu: 'file' },
  save: { label: 'Save', menu: 'file', shortcut: 'CmdOrCtrl+S', startsGroup: true },
  saveAs: { label: 'Save as…', menu: 'file', shortcut: 'CmdOrCtrl+Shift+S' },
  versions: { label: 'Earlier versions…', menu: 'file' },
  ownCatalog: { label: 'Own catalog…', menu: 'file', startsGroup: true },
  settings: {
    label: 'Settings…',
    menu: 'file',
    shortcut: 'CmdOrCtrl+,',
    also: ['preferences', 'options', 'autosave'],
  },
  export: { label: 'Export…', menu: 'file', shortcut: 'CmdOrCtrl+E', startsGroup: true },
  print: { label: 'Print…', menu: 'file', shortcut: 'CmdOrCtrl+P', also: ['paper'] },
  undo: { label: 'Undo', menu: 'edit', shortcut: 'CmdOrCtrl+Z', leaveToTextFields: true },
  redo: {
    label: 'Redo',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+Z',
    alsoShortcuts: ['CmdOrCtrl+Y'],
    leaveToTextFields: true,
  },
  cut: {
    label: 'Cut',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+X',
    startsGroup: true,
    leaveToTextFields: true,
    byBrowser: true,
    contexts: PLACED,
  },
  copy: {
    label: 'Copy',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+C',
    leaveToTextFields: true,
    byBrowser: true,
    contexts: PLACED,
  },
  paste: {
    label: 'Paste',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+V',
    leaveToTextFields: true,
    byBrowser: true,
    contexts: ['canvas', 'boundary'],
  },
  copyPicture: {
    label: 'Copy as picture',
    menu: 'edit',
    contexts: [...PLACED, 'canvas'],
    also: ['image', 'PNG', 'screenshot'],
  },
  duplicate: { label: 'Duplicate', menu: 'edit', shortcut: 'CmdOrCtrl+D', contexts: PLACED },
  rename: {
    label: 'Rename',
    menu: 'edit',
    shortcut: 'F2',
    leaveToTextFields: true,
    contexts: ['resource', 'boundary', 'text'],
  },
  delete: {
    label: 'Delete',
    menu: 'edit',
    shortcut: 'Delete',
    alsoShortcuts: ['Backspace'],
    leaveToTextFields: true,
    inOutline: true,
    contexts: [...ELEMENTS, 'text'],
  },
  selectAll: {
    label: 'Select all',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+A',
    startsGroup: true,
    leaveToTextFields: true,
    contexts: ['canvas'],
  },
  selectConnected: {
    label: 'Select connected',
    menu: 'edit',
    shortcut: 'Shift+A',
    leaveToTextFields: true,
    contexts: ['resource', 'flow', 'several'],
    also: ['neighbours', 'select flows'],
  },
  invertSelection: {
    label: 'Invert selection',
    menu: 'edit',
    shortcut: 'Shift+I',
    leaveToTextFields: true,
    contexts: ['canvas', 'several'],
  },
  connect: {
    label: 'Connect to…',
    menu: 'edit',
    shortcut: 'C',
    leaveToTextFields: true,
    inOutline: true,
    contexts: ['resource'],
  },
  changeTarget: { label: 'Change target…', menu: 'edit', contexts: ['flow'] },
  changeSource: { label: 'Change source…', menu: 'edit', contexts: ['flow'] },
  straighten: { label: 'Straighten flow', menu: 'edit', contexts: ['flow'] },
  moveInto: {
    label: 'Move into boundary…',
    menu: 'edit',
    shortcut: 'B',
    leaveToTextFields: true,
    contexts: ['resource', 'boundary', 'several'],
  },
  addNote: {
    label: 'Add note',
    menu: 'edit',
    shortcut: 'T',
    startsGroup: true,
    leaveToTextFields: true,
    contexts: ['canvas', 'boundary'],
  },
  addTitle: { label: 'Add title', menu: 'edit', contexts: ['canvas', 'boundary'] },
  commandPalette: { label: 'Command palette…', menu: 'edit', shortcut: 'CmdOrCtrl+K', startsGroup: true },
  findService: { label: 'Search services', menu: 'edit', shortcut: '/', leaveToTextFields: true, anywhere: true },
  tidyLayout: { label: 'Tidy layout', menu: 'arrange', shortcut: 'L', leaveToTextFields: true, contexts: ['canvas'] },
  tidySelection: {
    label: 'Tidy selection',
    menu: 'arrange',
    shortcut: 'Shift+L',
    leaveToTextFields: true,
    contexts: ['boundary', 'several'],
  },
  alignLeft: { label: 'Align left', menu: 'arrange', startsGroup: true, contexts: ['several'] },
  alignCentre: { label: 'Align centre', menu: 'arrange', contexts: ['several'] },
  alignRight: { label: 'Align right', menu: 'arrange', contexts: ['several'] },
  alignTop: { label: 'Align top', menu: 'arrange', startsGroup: true, contexts: ['several'] },
  alignMiddle: { label: 'Align middle', menu: 'arrange', contexts: ['several'] },
  alignBottom: { label: 'Align bottom', menu: 'arrange', contexts: ['several'] },
  distributeHorizontally: {
    label: 'Distribute horizontally',
    menu: 'arrange',
    startsGroup: true,
    contexts: ['several'],
  },
  distributeVertically: { label: 'Distribute vertically', menu: 'arrange', contexts: ['several'] },
  fitBoundary: { label: 'Fit boundary to content', menu: 'arrange', startsGroup: true, contexts: ['boundary'] },
  goToFinding: { label: 'Go to it', menu: null, contexts: ['finding'] },
  fixFinding: { label: 'Fix it with the safe answer', menu: null, contexts: ['finding'] },
  waysToClose: { label: 'Ways to close it…', menu: null, contexts: ['finding'] },
  acceptRisk: { label: 'Accept risk…', menu: null, contexts: ['finding'], startsGroup: true },
  copyFinding: { label: 'Copy as text', menu: null, contexts: ['finding'], startsGroup: true },
  openSource: { label: 'Open its source', menu: null, contexts: ['finding'] },
  dashboard: {
    label: 'Dashboard…',
    menu: 'review',
    also: ['charts', 'statistics', 'history of gaps', 'gaps by category', 'gaps by service'],
  },
  closeGaps: {
    label: 'Changes that close most gaps…',
    menu: 'review',
    shortcut: 'CmdOrCtrl+G',
    also: ['what if', 'plan', 'remediation', 'smallest set of changes'],
  },
  fixAll: { label: 'Fix all that have one safe answer', menu: 'review', also: ['fix everything', 'quick fix'] },
  acceptShown: {
    label: 'Accept all findings shown…',
    menu: 'review',
    startsGroup: true,
    also: ['accept many', 'risk', 'false positive', 'compensated'],
  },
  exposure: {
    label: 'Exposure paths…',
    menu: 'review',
    shortcut: 'E',
    leaveToTextFields: true,
    also: ['attack paths', 'reachability', 'rules', 'internet', 'public'],
  },
  decisions: { label: 'Decisions…', menu: 'review', also: ['accepted risks', 'exceptions', 'waivers', 'suppressions'] },
  review: {
    label: 'Review gap by gap',
    menu: 'review',
    shortcut: 'R',
    startsGroup: true,
    leaveToTextFields: true,
    also: ['triage', 'go through'],
  },
  reviewNext: { label: 'Next gap', menu: 'review', shortcut: 'N', leaveToTextFields: true, inReview: true },
  reviewPrevious: {
    label: 'Previous gap',
    menu: 'review',
    shortcut: 'Shift+N',
    leaveToTextFields: true,
    inReview: true,
  },
  reviewFix: { label: 'Fix this gap', menu: 'review', shortcut: 'X', leaveToTextFields: true, inReview: true },
  reviewAccept: { label: 'Accept this gap…', menu: 'review', shortcut: 'A', leaveToTextFields: true, inReview: true },
  reviewNotApplicable: {
    label: 'This gap does not apply here…',
    menu: 'review',
    shortcut: 'D',
    leaveToTextFields: true,
    inReview: true,
    also: ['false positive', 'not applicable'],
  },
  reviewNote: { label: 'Note on its element', menu: 'review', shortcut: 'W', leaveToTextFields: true, inReview: true },
  signOff: {
    label: 'Sign off…',
    menu: 'review',
    shortcut: 'S',
    leaveToTextFields: true,
    inReview: true,
    also: ['approve', 'sign-offs', 'reviewer'],
  },
  // Bare keys: Ctrl with these is the zoom of the whole interface, in browsers and in the desktop's own menu.
  zoomIn: { label: 'Zoom in', menu: 'view', shortcut: 'Plus', alsoShortcuts: ['='], leaveToTextFields: true },
  zoomOut: { label: 'Zoom out', menu: 'view', shortcut: '-', leaveToTextFields: true },
  zoomToFit: { label: 'Fit diagram', menu: 'view', shortcut: '0', leaveToTextFields: true, contexts: ['canvas'] },
  zoom100: { label: 'Actual size', menu: 'view', shortcut: '1', leaveToTextFields: true },
  zoomToSelection: {
    label: 'Zoom to selection',
    menu: 'view',
    shortcut: 'F',
    leaveToTextFields: true,
    contexts: [...ELEMENTS, 'text'],
  },
  toggleSnap: {
    label: 'Snap to grid',
    menu: 'view',
    shortcut: 'G',
    leaveToTextFields: true,
    startsGroup: true,
    contexts: ['canvas'],
  },
  toggleMinimap: { label: 'Show or hide the map', menu: 'view', shortcut: 'M', leaveToTextFields: true },
  togglePalette: {
    label: 'Show or hide services',
    menu: 'view',
    shortcut: 'CmdOrCtrl+B',
    startsGroup: true,
    also: ['palette'],
  },
  toggleInspector: { label: 'Show or hide inspector', menu: 'view', shortcut: 'CmdOrCtrl+I' },
  toggleFindings: { label: 'Show or hide findings', menu: 'view', shortcut: 'CmdOrCtrl+J' },
  present: {
    label: 'Presentation',
    menu: 'view',
    shortcut: 'P',
    leaveToTextFields: true,
    contexts: ['canvas'],
    also: ['full screen', 'slides'],
  },
  showOutline: { label: 'Outline of the diagram', menu: 'view', shortcut: 'O', leaveToTextFields: true },
  nextPart: { label: 'Next part of the window', menu: 'view', shortcut: 'F6' },
  previousPart: { label: 'Previous part of the window', menu: 'view', shortcut: 'Shift+F6' },
  menuBar: { label: 'Menus', menu: null, shortcut: 'F10', ofDesktop: true },
  toggleTheme: { label: 'Switch light and dark', menu: 'view', also: ['theme', 'dark mode', 'light mode'] },
  keyboard: {
    label: 'Keyboard shortcuts',
    menu: 'help',
    shortcut: 'F1',
    alsoShortcuts: ['?'],
    anywhere: true,
    also: ['cheat sheet', 'keys', 'help'],
  },
  checkForUpdates: { label: 'Check for updates…', menu: 'help', also: ['new version', 'release'] },
  about: { label: 'About Parapet', menu: 'help' },
  contextMenu: {
    label: 'Menu of what has the focus',
    menu: null,
    shortcut: 'Shift+F10',
    alsoShortcuts: ['ContextMenu'],
    leaveToTextFields: true,
    anywhere: true,
  },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

/** The ids of `COMMANDS`, in menu order. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];
