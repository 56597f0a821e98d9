/** Settings of electron-builder; paths are relative to the repository. See packaging/README.md. */
module.exports = {
  appId: 'dev.parapet.designer',
  productName: 'Parapet',
  directories: { output: 'dist', buildResources: 'packaging/resources' },
  electronVersion: '45.4.1',
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
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
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
      mimeType: 'application/vnd.parapet+json',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  mac: { category: 'public.app-category.developer-tools', target: ['dmg', 'zip'], hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  linux: { target: ['AppImage', 'deb'], category: 'Development', executableName: 'parapet' },
};
