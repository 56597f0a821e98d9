import { describe, expect, it } from 'vitest';
import { slashes } from '../../../cli/host/findFiles.ts';
import { wantsColours } from '../../../cli/host/wantsColours.ts';

describe('colours', () => {
  const terminal = { isTTY: true, hasColors: () => true };
  const plain = { isTTY: true, hasColors: () => false };
  const pipe = {};

  it('are for terminals that have them', () => {
    expect([terminal, plain, pipe].map((stream) => wantsColours(stream, {}))).toEqual([true, false, false]);
  });

  it('follow NO_COLOR and FORCE_COLOR, NO_COLOR first; empty ones say nothing', () => {
    expect(wantsColours(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColours(pipe, { FORCE_COLOR: '1' })).toBe(true);
    expect(wantsColours(pipe, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    for (const off of ['0', 'false']) expect(wantsColours(terminal, { FORCE_COLOR: off })).toBe(false);
    expect(wantsColours(terminal, { NO_COLOR: '', FORCE_COLOR: '' })).toBe(true);
    expect(wantsColours(pipe, { NO_COLOR: '', FORCE_COLOR: '' })).toBe(false);
  });
});

describe('patterns', () => {
  it('may have the separators of Windows there, and quote signs with them elsewhere', () => {
    expect(slashes('designs\\**\\*.parapet', '\\')).toBe('designs/**/*.parapet');
    expect(slashes('C:\\designs\\*.parapet', '\\')).toBe('C:/designs/*.parapet');
    expect(slashes('designs/\\[a\\].parapet', '/')).toBe('designs/\\[a\\].parapet');
  });
});
