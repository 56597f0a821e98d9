import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const settings = createRequire(import.meta.url)('../../../packaging/electron-builder.cjs');

it('the package closes Node’s ways in, and loads the app from its checked archive only', () => {
  expect(settings.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: true,
  });
  expect(settings.asar).toBe(true);
});

it('the package holds what was built and nothing else', () => {
  expect(settings.files.filter((pattern: string) => !pattern.startsWith('!'))).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
  ]);
  expect(settings.files).toContain('!**/node_modules/**');
  expect(settings.extraResources).toBeUndefined();
  expect(settings.extraFiles).toBeUndefined();
  expect(settings.asarUnpack).toBeUndefined();
});
