/**
 * What the report does while it is read: filter by severity, text and element, and show where a finding is. Without it
 * everything is there, and numbers still lead into the picture. A change to it changes its hash in `policy.ts`.
 */
export const SCRIPT = `
(() => {
  'use strict';
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const figure = document.querySelector('figure');
  const points = all('.point');
  const bar = document.getElementById('filter');
  const search = document.getElementById('search');
  const status = document.getElementById('status');
  const clear = document.getElementById('clear');
  let element = '';

  const texts = new Map(points.map((point) => [point, point.textContent.toLowerCase()]));

  const apply = () => {
    const severities = new Set(all('input[name=severity]:checked').map((input) => input.value));
    const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    let shown = 0;
    for (const point of points) {
      const { severity, element: own } = point.dataset;
      const fits = (severity === undefined || severities.has(severity)) && (element === '' || own === element)
        && words.every((word) => texts.get(point).includes(word));
      point.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of all('.group')) group.hidden = all('.point:not([hidden])', group).length === 0;
    status.textContent = 'Showing ' + shown + ' of ' + points.length + '.';
    clear.hidden = shown === points.length && element === '';
  };

  // The pill of a flow stands for the flow: one stop of the keyboard for each element.
  const drawn = (anchor) =>
    ['pill-' + anchor, anchor].map((id) => document.getElementById(id)).filter((part) => part && figure.contains(part));

  const frameAround = (part) => {
    const box = part.getBBox();
    const frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const set = { x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10, rx: 8, class: 'hit-frame' };
    for (const [name, value] of Object.entries(set)) frame.setAttribute(name, value);
    part.append(frame);
  };

  const show = (anchor) => {
    for (const frame of all('.hit-frame')) frame.remove();
    const [part] = drawn(anchor);
    if (!part) return;
    frameAround(part);
    const [box, view] = [part.getBoundingClientRect(), figure.getBoundingClientRect()];
    figure.scrollBy({
      left: box.left + box.width / 2 - view.left - view.width / 2,
      top: box.top + box.height / 2 - view.top - view.height / 2,
    });
    if (view.bottom < 0 || view.top > innerHeight) figure.scrollIntoView({ block: 'start' });
  };

  const choose = (point) => {
    for (const other of points) other.classList.toggle('chosen', other === point);
    show(point.dataset.element);
  };

  for (const point of points) {
    point.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (link && !link.classList.contains('locate')) return;
      if (link) event.preventDefault();
      choose(point);
    });
  }

  const only = (anchor) => {
    element = element === anchor ? '' : anchor;
    apply();
    show(anchor);
    const first = points.find((point) => !point.hidden);
    if (element !== '' && first) first.scrollIntoView({ block: 'nearest' });
  };

  const names = new Map(points.map((point) => [point.dataset.element, point.dataset.name]));
  for (const [anchor, name] of names) {
    const parts = drawn(anchor);
    for (const part of parts) {
      part.classList.add('live');
      part.addEventListener('click', (event) => {
        event.stopPropagation();
        only(anchor);
      });
    }
    const [stop] = parts;
    if (!stop) continue;
    stop.setAttribute('role', 'button');
    stop.setAttribute('tabindex', '0');
    stop.setAttribute('aria-label', 'Findings of ' + name);
    stop.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      only(anchor);
    });
  }

  bar.addEventListener('input', apply);
  clear.addEventListener('click', () => {
    element = '';
    search.value = '';
    for (const input of all('input[name=severity]')) input.checked = true;
    apply();
  });
  document.getElementById('fit').addEventListener('input', ({ target }) => {
    figure.classList.toggle('fit', target.checked);
  });
  for (const tool of all('.bar')) tool.hidden = false;
  apply();
})();
`;
