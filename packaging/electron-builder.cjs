const { devDependencies } = require('../package.json');

const { env } = process;
// A secret that a workflow does not have comes as an empty text, which electron-builder would take for a certificate.
for (const name of Object.keys(env)) if (/^(WIN_)?CSC_|^APPLE_/.test(name) && env[name] === '') delete env[name];
/** The certificate comes from the environment alone: see packaging/README.md. */
const signedOnMac = Boolean(env.CSC_LINK ?? env.CSC_NAME);
/** Set by GitHub's runners. A .deb has to name a page and a person; one that is made elsewhere is for trying out. */
const repository = env.GITHUB_REPOSITORY;
const owner = repository?.split('/')[0];
const BOTH = ['x64', 'arm64'];

/** Settings of electron-builder; paths are relative to the repository. */
module.exports = {
  appId: 'dev.parapet.designer',
  productName: 'Parapet',
  directories: { output: 'dist', buildResources: 'packaging/resources' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
  artifactName: 'parapet-${version}-${os}-${arch}.${ext}',
  electronVersion: devDependencies.electron,
  extraMetadata: {
    homepage: repository ? `https://github.com/${repository}` : 'http://localhost',
    // What windows are found by, so that the system shows the app's icon for them.
    desktopName: 'parapet.desktop',
  },
  // Everything is bundled by the build: no package of node_modules belongs into the app.
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!out/main/launch.js',
    '!**/*.map',
    '!**/node_modules/**',
  ],
  extraResources: ['LICENSE', 'NOTICE'],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  // Updates are told of, never installed: no files for an updater.
  publish: null,
  electronLanguages: ['en-US'],
  electronFuses: {
    runAsNode: false,
    // The app keeps no cookies; on, it would ask for the keychain on macOS, and there is no way back.
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  fileAssociations: [
    {
      ext: 'parapet',
      name: 'Parapet diagram',
      description: 'Parapet diagram',
      mimeType: 'application/vnd.parapet+json',
      icon: 'packaging/resources/document',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  mac: {
    category: 'public.app-category.developer-tools',
    target: ['dmg', 'zip'].map((target) => ({ target, arch: ['universal'] })),
    // "-" signs without a certificate: Apple's processors start nothing that is not signed at all. The hardened runtime
    // wants parts of one team, which such a signature does not have.
    identity: signedOnMac ? undefined : '-',
    hardenedRuntime: signedOnMac,
  },
  dmg: { writeUpdateInfo: false },
  win: { target: [{ target: 'nsis', arch: BOTH }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    buildUniversalInstaller: false,
    differentialPackage: false,
  },
  linux: {
    target: ['AppImage', 'deb'].map((target) => ({ target, arch: BOTH })),
    category: 'Development',
    executableName: 'parapet',
    syncDesktopName: true,
    maintainer: owner ? `${owner} <${owner}@users.noreply.github.com>` : 'Parapet <parapet@localhost>',
  },
  // The older one needs libfuse2, which current systems lack.
  toolsets: { appimage: '1.0.3' },
};
