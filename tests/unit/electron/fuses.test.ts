import { createRequire } from 'node:module';
import { afterEach, expect, it, vi } from 'vitest';

const require = createRequire(import.meta.url);
const SETTINGS = require.resolve('../../../packaging/electron-builder.cjs');
const settings = require(SETTINGS);

/** The settings as they are read with other variables in the environment. */
function settingsWith(env: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  delete require.cache[SETTINGS];
  return require(SETTINGS);
}
afterEach(() => vi.unstubAllEnvs());

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
  expect(settings.extraResources).toEqual(['LICENSE', 'NOTICE']);
  expect(settings.extraFiles).toBeUndefined();
  expect(settings.asarUnpack).toBeUndefined();
});

it('there are packages for each system, named after version, system and processor', () => {
  const { win, mac, linux, nsis, artifactName } = settings;
  expect([win, mac, linux].map(({ target }) => target)).toEqual([
    [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    ['dmg', 'zip'].map((target) => ({ target, arch: ['universal'] })),
    ['AppImage', 'deb'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
  ]);
  for (const part of ['version', 'os', 'arch']) expect(artifactName).toContain(`\${${part}}`);
  // One installer for both processors would be named after none.
  expect(nsis.buildUniversalInstaller).toBe(false);
});

it('a package is signed where there is a certificate, and starts on Apple’s processors where there is none', () => {
  vi.stubEnv('CSC_NAME', undefined);
  // As a workflow gives a secret that is not there.
  expect(settingsWith({ CSC_LINK: '' }).mac).toMatchObject({ identity: '-', hardenedRuntime: false });
  expect(settingsWith({ CSC_LINK: 'file.p12' }).mac).toMatchObject({ identity: undefined, hardenedRuntime: true });
});
