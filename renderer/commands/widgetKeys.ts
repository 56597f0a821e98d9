/** Keys that are no commands, since they belong to what has the focus. */
export interface WidgetKeys {
  /** What has the focus. */
  readonly where: string;
  /** What the keys do there, and the keys as shortcuts write them; each is one way. */
  readonly keys: readonly (readonly [what: string, ...shortcuts: readonly string[]])[];
}

/** Every such key, as the list of keys shows them. A key that a component handles by itself stands here. */
export const WIDGET_KEYS: readonly WidgetKeys[] = [
  {
    where: 'On the canvas',
    keys: [
      ['Go along a flow to what it leads to, or back', 'Alt+Right', 'Alt+Left'],
      ['Go to what stands beside: at the same source or target, in the same column', 'Alt+Up', 'Alt+Down'],
      ['Go to the next or the last element, flows among them', 'Alt+PageDown', 'Alt+PageUp'],
      ['Add where one goes to the selection', 'Shift with these'],
      ['Take the element that has the focus into the selection, or out', 'Shift+Space'],
      ['Select the element that has the focus; again: go to the inspector', 'Enter'],
      ['Make the selected boundary larger or smaller (Shift: ten steps)', 'CmdOrCtrl+Arrow keys'],
      ['Move what is selected by a grid step', 'Arrow keys'],
      ['Give up a drag; else select nothing', 'Escape'],
    ],
  },
  {
    where: 'On a flow',
    keys: [
      ['Open what it lacks', 'Enter'],
      ['Bend it when it is selected by itself (Shift: ten steps)', 'Arrow keys'],
    ],
  },
  {
    where: 'On an element or a finding',
    keys: [['Open its menu', 'Shift+F10', 'ContextMenu']],
  },
  {
    where: 'In the palette',
    keys: [
      ['Go from tile to tile', 'Arrow keys', 'Home', 'End'],
      ['Add the service or boundary', 'Enter'],
      ['Put a star on it, or take it off', '*'],
      ['Fold or unfold a group', 'Enter'],
      ['Back to the search', 'Escape'],
    ],
  },
  {
    where: 'In the search of services',
    keys: [
      ['Add the first one found', 'Enter'],
      ['Go to what was found', 'Down'],
      ['Empty the search', 'Escape'],
    ],
  },
  {
    where: 'In the findings',
    keys: [
      ['Go from finding to finding', 'Up', 'Down', 'Home', 'End'],
      ['Go to the element, and open the control', 'Enter'],
    ],
  },
  {
    where: 'In a review',
    keys: [['Leave it, from its bar or the canvas', 'Escape']],
  },
  {
    where: 'In the outline',
    keys: [
      ['Go from row to row, and select', 'Up', 'Down', 'Home', 'End'],
      ['Open or close a row', 'Right', 'Left'],
      ['Open all beside it', '*'],
      ['Go to the element on the canvas', 'Enter'],
      ['Bring the element into view', 'Space'],
      ['Take it into the selection, or out', 'CmdOrCtrl+Space'],
      ['Go on without selecting', 'CmdOrCtrl+Up', 'CmdOrCtrl+Down'],
      ['Find by typing the beginning of a name (Shift for one that begins with C)', 'A–Z'],
    ],
  },
  {
    where: 'In the inspector',
    keys: [
      ['Open or close the help of a control', 'Enter', 'Space'],
      ['Write a note', 'Enter'],
      ['Show the note as it reads', 'CmdOrCtrl+Enter', 'Escape'],
      ['Close the help, then back to the canvas', 'Escape'],
    ],
  },
  {
    where: 'In a menu',
    keys: [
      ['Go to the menus', 'F10'],
      ['Go to the next menu', 'Left', 'Right'],
      ['Go from item to item', 'Up', 'Down'],
      ['Leave', 'Escape'],
    ],
  },
  {
    where: 'In a field',
    keys: [
      ['Keep what was typed', 'Enter'],
      ['Leave without a change', 'Escape'],
    ],
  },
];
