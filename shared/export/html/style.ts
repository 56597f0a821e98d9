/** The style sheet of the report. A change to it changes its hash in `policy.ts`. */
export const STYLE = `
:root { --text: #16202e; --dim: #566173; --line: #cbd2dc; --soft: #f6f7f9; --accent: #0b57c4; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; color: var(--text); background: #fff;
  font: 15px/1.5 Inter, "Segoe UI", "Noto Sans", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.3rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
h4 { margin: 0; font-size: 1rem; font-weight: 600; }
p { margin: .35rem 0; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, figure:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; }
.lead { font-size: 1.05rem; font-weight: 600; }
.dim { color: var(--dim); }
.note { color: var(--dim); font-style: italic; }
figure { position: sticky; top: 0; z-index: 1; margin: 1rem 0; height: 46vh; min-height: 12rem; overflow: auto;
  resize: vertical; border: 1px solid var(--line); background: #fff; }
figure svg { display: block; }
figure.fit svg { width: 100%; height: 100%; }
figure :target > rect:first-of-type, .hit-frame { stroke: var(--accent); }
.hit-frame { fill: none; stroke-width: 4; stroke-dasharray: none; pointer-events: none; }
figure .live { cursor: pointer; outline: none; }
figure .live:focus-visible { outline: 3px solid var(--accent); outline-offset: 6px; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .75rem 0; padding: .6rem .8rem;
  border: 1px solid var(--line); border-radius: 6px; background: var(--soft); }
.bar label { display: inline-flex; gap: .4rem; align-items: center; }
.bar input[type="search"] { min-width: 14rem; padding: .3rem .5rem; border: 1px solid #7d8798; border-radius: 4px;
  font: inherit; color: inherit; background: #fff; }
.bar input[type="checkbox"] { width: 1.05rem; height: 1.05rem; margin: 0; }
button { padding: .3rem .7rem; border: 1px solid #7d8798; border-radius: 4px; font: inherit; color: inherit;
  background: #fff; cursor: pointer; }
.point { margin: .6rem 0; padding: .7rem .9rem; border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px;
  break-inside: avoid; scroll-margin-top: 48vh; }
.point.chosen { background: #eef4ff; border-color: var(--accent); }
.critical { border-left-color: #c42a2a; }
.high { border-left-color: #c2500a; }
.medium { border-left-color: #936c00; }
.low { border-left-color: #2f6fb5; }
.info { border-left-color: #566173; }
.number { display: inline-flex; gap: .3rem; align-items: center; margin-right: .5rem; padding: 0 .55rem; border-radius: 1rem;
  color: #fff; font-weight: 700; text-decoration: none; }
.number svg { width: .7rem; height: .7rem; fill: #fff; }
.number.critical { background: #c42a2a; }
.number.high { background: #c2500a; }
.number.medium { background: #936c00; }
.number.low { background: #2f6fb5; }
.number.info { background: #566173; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0 0; }
dt { color: var(--dim); }
dd { margin: 0; }
.serves { color: var(--dim); font-size: .88em; }
ul { margin: .35rem 0; padding-left: 1.3rem; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th, td { padding: .35rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
table { overflow-wrap: break-word; }
th { background: var(--soft); white-space: nowrap; }
.day { white-space: nowrap; }
.wide { overflow-x: auto; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
@media print {
  @page { margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  [hidden].point, [hidden].group { display: block !important; }
  figure, figure.fit { position: static; height: auto; max-height: none; overflow: visible; border: 0; break-inside: avoid; }
  figure svg, figure.fit svg { width: 100%; height: auto; max-height: 240mm; }
  .bar, .hit-frame { display: none !important; }
  .point.chosen { background: none; }
  .number { color: #000 !important; background: none !important; border: 1.5px solid #000; }
  .number svg { fill: #000; }
  h2, h3, h4 { break-after: avoid; }
  td { overflow-wrap: anywhere; }
  .point { break-inside: auto; padding: .35rem .6rem; }
  .point p, dt { break-after: avoid; }
  tr { break-inside: avoid; }
  a { color: inherit; }
  .sources a::after { content: " <" attr(href) ">"; font-size: 8pt; }
}
`;
