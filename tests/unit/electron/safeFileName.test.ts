import { expect, it } from 'vitest';
import { safeFileName } from '../../../shared/ipc/safeFileName.ts';

it.each([
  ['Clickstream analytics', 'Clickstream analytics.parapet'],
  ['a.parapet', 'a.parapet'],
  ['../../etc/passwd', 'etc passwd.parapet'],
  ['<script>alert(1)</script>', 'script alert(1) script.parapet'],
  ['  .. ', 'Untitled.parapet'],
  ['con', 'Untitled.parapet'],
  ['Größe\u0000\u202e図', 'Größe 図.parapet'],
  ['x'.repeat(10_000), `${'x'.repeat(80)}.parapet`],
])('the words %j become the file name %j', (words, name) => expect(safeFileName(words, 'parapet')).toBe(name));
