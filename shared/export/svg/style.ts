import type { Severity } from '../../catalog/terms.ts';

/** All themes: for screens, for dark pages, and for paper without colour. */
export const THEMES = ['light', 'dark', 'print'] as const;
export type Theme = (typeof THEMES)[number];

/** A severity's marker: its colour, that of what stands on it, and its edge. */
interface MarkerLook {
  readonly fill: string;
  readonly ink: string;
  readonly edge: string;
}

export interface Palette {
  readonly page: string;
  readonly canvas: string;
  readonly box: string;
  readonly border: string;
  /** The paper of a note, and its edge. */
  readonly note: string;
  readonly noteEdge: string;
  readonly text: string;
  readonly dim: string;
  readonly flow: string;
  readonly met: string;
  readonly open: string;
  readonly accepted: string;
  readonly severity: Readonly<Record<Severity, MarkerLook>>;
}

const onColour = (fill: string): MarkerLook => ({ fill, ink: '#ffffff', edge: '#ffffff' });

const COLOURS: Palette['severity'] = {
  critical: onColour('#c42a2a'),
  high: onColour('#c2500a'),
  medium: onColour('#936c00'),
  low: onColour('#2f6fb5'),
  info: onColour('#566173'),
};

/** Darker is worse; the two mildest are black on white. */
const GREYS: Palette['severity'] = {
  critical: { fill: '#000000', ink: '#ffffff', edge: '#ffffff' },
  high: { fill: '#3d3d3d', ink: '#ffffff', edge: '#ffffff' },
  medium: { fill: '#6b6b6b', ink: '#ffffff', edge: '#ffffff' },
  low: { fill: '#ffffff', ink: '#000000', edge: '#000000' },
  info: { fill: '#ffffff', ink: '#4a4a4a', edge: '#6b6b6b' },
};

/** Colours of an export. Texts reach a contrast of 4.5 : 1 on `page`, `canvas` and `box`. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#ffffff',
    canvas: '#f6f7f9',
    box: '#ffffff',
    border: '#cbd2dc',
    note: '#fff9db',
    noteEdge: '#e3d48f',
    text: '#16202e',
    dim: '#566173',
    flow: '#7d8798',
    met: '#23803a',
    open: '#475569',
    accepted: '#6d45d9',
    severity: COLOURS,
  },
  dark: {
    page: '#11161d',
    canvas: '#161c25',
    box: '#1f2733',
    border: '#3d4858',
    note: '#2f2b1a',
    noteEdge: '#5c5330',
    text: '#eef2f7',
    dim: '#a3afc0',
    flow: '#8b97a8',
    met: '#46b663',
    open: '#a3afc0',
    accepted: '#a78bfa',
    severity: COLOURS,
  },
  print: {
    page: '#ffffff',
    canvas: '#ffffff',
    box: '#ffffff',
    border: '#6b6b6b',
    note: '#ffffff',
    noteEdge: '#6b6b6b',
    text: '#000000',
    dim: '#3d3d3d',
    flow: '#4a4a4a',
    met: '#000000',
    open: '#3d3d3d',
    accepted: '#3d3d3d',
    severity: GREYS,
  },
};

/** What a severity is called and drawn as, apart from colour: glyph, pattern and line tell them apart without it. */
interface SeverityStyle {
  readonly label: string;
  /** Path data in a box of 10 by 10. */
  readonly glyph: string;
  /** Path data of one tile of 6 by 6 on the left end of its markers, in the colour of the ink; '' for none. */
  readonly pattern: string;
  /** Width of the frame of a resource whose worst gap it is. */
  readonly frame: number;
}

export const SEVERITY_STYLES: Readonly<Record<Severity, SeverityStyle>> = {
  critical: { label: 'Critical', glyph: 'M4 .5h2l-.4 6h-1.2zM4 7.6h2v2h-2z', pattern: '', frame: 3 },
  high: { label: 'High', glyph: 'M5 1L9.5 9H.5z', pattern: 'M0 6L6 0M-1 1L1 -1M5 7L7 5', frame: 2.5 },
  medium: { label: 'Medium', glyph: 'M5 .5L9.5 5L5 9.5L.5 5z', pattern: 'M1.5 0V6M4.5 0V6', frame: 2 },
  low: { label: 'Low', glyph: 'M1 1.5h8L5 9z', pattern: 'M0 1.5H6M0 4.5H6', frame: 1.75 },
  info: { label: 'Info', glyph: 'M1 4h8v2h-8z', pattern: 'M1 1.5H2.4M4 4.5H5.4', frame: 1.5 },
};

/** A tick, for elements without gaps, in a box of 10 by 10. */
export const TICK = 'M1.5 5.3L4 7.8L8.7 2.6';

interface BoundaryStyle {
  readonly stroke: string;
  readonly dash?: string;
}

/** AWS's own colours for groups; what networks end at is solid, what only groups is dashed. */
const BOUNDARY_STYLES: Readonly<Record<string, BoundaryStyle>> = {
  account: { stroke: '#e7157b' },
  region: { stroke: '#00a4a6', dash: '2 4' },
  vpc: { stroke: '#8c4fff' },
  'private-subnet': { stroke: '#00a4a6', dash: '6 4' },
  'public-subnet': { stroke: '#7aa116', dash: '6 4' },
  'security-group': { stroke: '#dd344c', dash: '4 3' },
  'on-premises': { stroke: '#7d8998' },
};

/** How a boundary of this kind is drawn; a kind nobody knows is grey and dashed. Paper has no colours. */
export function boundaryStyle(kind: string, theme: Theme): BoundaryStyle {
  const style = BOUNDARY_STYLES[kind] ?? { stroke: '#7d8998', dash: '6 4' };
  return theme === 'print' ? { ...style, stroke: '#4a4a4a' } : style;
}
