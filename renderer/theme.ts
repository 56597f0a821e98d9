import { createTheme, type MantineColorsTuple, Menu, Portal } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#edf1ff',
  '#d7dffb',
  '#acbcf3',
  '#7e97ec',
  '#5877e6',
  '#4063e2',
  '#3056d3',
  '#2448bd',
  '#1c3faa',
  '#0d3597',
];

/** From text to the deepest background; the fourth is that of buttons that cannot be pressed. */
const dark: MantineColorsTuple = [
  '#e9ecef',
  '#c3cad1',
  '#a3adb8',
  '#7d8896',
  '#3a4149',
  '#2b3138',
  '#22272e',
  '#1b1f24',
  '#16191d',
  '#101317',
];

/** Mantine in Parapet's colours and sizes. */
export const THEME = createTheme({
  colors: { brand, dark },
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 'sm',
  fontFamily: 'InterVariable, Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // In a landmark of the page, where a screen reader finds what hangs over it.
    Portal: Portal.extend({ defaultProps: { target: '#popups' } }),
    // The placeholder is no child that a menu may have; without it the first item has the focus, as menus do. Tab leads
    // through the items too: what scrolls has to have something that Tab reaches.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, menuItemTabIndex: 0 } }),
  },
});
