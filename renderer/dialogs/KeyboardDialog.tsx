import { Kbd, Table } from '@mantine/core';
import { COMMAND_IDS, COMMANDS, type CommandId, type MenuName } from '../../shared/commands.ts';
import { IS_MAC, shortcutParts, shortcutsOf } from '../commands/shortcuts.ts';
import { Frame } from './Frame.tsx';

const TITLES: Readonly<Record<MenuName, string>> = {
  file: 'File',
  edit: 'Edit',
  arrange: 'Arrange',
  view: 'View',
  help: 'Help',
};
const MENUS = Object.keys(TITLES) as readonly MenuName[];

/** Keys that are no commands: they belong to what has the focus. */
const OTHERS: readonly (readonly [what: string, keys: string])[] = [
  ['Move among services in the palette', 'Arrow keys'],
  ['Add the service that has the focus', 'Enter'],
  ['Add the first service found', 'Enter in the search'],
  ['Leave a field without a change', 'Escape'],
];

function Keys({ id }: { readonly id: CommandId }) {
  const all = shortcutsOf(id);
  if (all.length === 0) return '–';
  return all.map((shortcut, index) => (
    <span key={shortcut}>
      {index > 0 && ' or '}
      {shortcutParts(shortcut, IS_MAC).map((part) => (
        <Kbd key={part} mr={2}>
          {part}
        </Kbd>
      ))}
    </span>
  ));
}

function MenuRows({ menu }: { readonly menu: MenuName }) {
  const ids = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu);
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th colSpan={2} scope="colgroup">
          {TITLES[menu]}
        </Table.Th>
      </Table.Tr>
      {ids.map((id) => (
        <Table.Tr key={id}>
          <Table.Td>{COMMANDS[id].label}</Table.Td>
          <Table.Td>
            <Keys id={id} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}

/** Every command with its keys. */
export function KeyboardDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Frame title="Keyboard shortcuts" size="lg" onClose={onClose}>
      <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Command</Table.Th>
            <Table.Th scope="col">Keys</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {MENUS.map((menu) => (
          <MenuRows key={menu} menu={menu} />
        ))}
        <Table.Tbody>
          <Table.Tr>
            <Table.Th colSpan={2} scope="colgroup">
              Elsewhere
            </Table.Th>
          </Table.Tr>
          {OTHERS.map(([what, keys]) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td>{keys}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Frame>
  );
}
