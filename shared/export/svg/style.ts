import type { Severity } from '../../catalog/terms.ts';

export type Theme = 'light' | 'dark';

interface Palette {
  readonly page: string;
  readonly canvas: string;
  readonly box: string;
  readonly border: string;
  readonly text: string;
  readonly dim: string;
  readonly flow: string;
  readonly met: string;
  readonly open: string;
  readonly accepted: string;
}

/** Colours of an export. Texts reach a contrast of 4.5 : 1 on `page`, `canvas` and `box`. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#ffffff',
    canvas: '#f6f7f9',
    box: '#ffffff',
    border: '#cbd2dc',
    text: '#16202e',
    dim: '#566173',
    flow: '#7d8798',
    met: '#23803a',
    open: '#475569',
    accepted: '#6d45d9',
  },
  dark: {
    page: '#11161d',
    canvas: '#161c25',
    box: '#1f2733',
    border: '#3d4858',
    text: '#eef2f7',
    dim: '#a3afc0',
    flow: '#8b97a8',
    met: '#46b663',
    open: '#a3afc0',
    accepted: '#a78bfa',
  },
};

/** A severity's colour behind white, and its glyph as path data in a box of 10 by 10. */
interface SeverityStyle {
  readonly label: string;
  readonly fill: string;
  readonly glyph: string;
}

/** Each severity has a colour and a shape of its own, so that it is told apart without colour as well. */
export const SEVERITY_STYLES: Readonly<Record<Severity, SeverityStyle>> = {
  critical: { label: 'Critical', fill: '#c42a2a', glyph: 'M4 .5h2l-.4 6h-1.2zM4 7.6h2v2h-2z' },
  high: { label: 'High', fill: '#c2500a', glyph: 'M5 1L9.5 9H.5z' },
  medium: { label: 'Medium', fill: '#936c00', glyph: 'M5 .5L9.5 5L5 9.5L.5 5z' },
  low: { label: 'Low', fill: '#2f6fb5', glyph: 'M1 1.5h8L5 9z' },
  info: { label: 'Info', fill: '#566173', glyph: 'M1 4h8v2h-8z' },
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

/** How a boundary of this kind is drawn; a kind nobody knows is grey and dashed. */
export const boundaryStyle = (kind: string): BoundaryStyle =>
  BOUNDARY_STYLES[kind] ?? { stroke: '#7d8998', dash: '6 4' };
