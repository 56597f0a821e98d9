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
      ['Go to the next or the last element', 'Tab', 'Shift+Tab'],
      ['Select the element that has the focus', 'Enter', 'Space'],
      ['Move what is selected by a grid step', 'Arrow keys'],
      ['Give up a drag', 'Escape'],
    ],
  },
  {
    where: 'In the palette',
    keys: [
      ['Go from tile to tile', 'Arrow keys', 'Home', 'End'],
      ['Add the service or boundary', 'Enter'],
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
    where: 'In a menu',
    keys: [
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
