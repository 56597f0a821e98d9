// `npm run lock`: installs what package.json says, then adds to package-lock.json the optional packages of platforms
// that the registry at hand does not offer. `npm ci` refuses a lock file without them, on every platform.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../package-lock.json');
const OS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'openharmony', 'sunos', 'aix'];
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el'];

/** The entry of a platform package, read off its name (`@biomejs/cli-linux-x64-musl`); null for any other package. */
function platformEntry(name, version, engines) {
  const words = name.split('/').at(-1).split('-');
  const os = OS.find((each) => words.includes(each));
  const cpu = CPU.find((each) => words.includes(each));
  if (!os || !cpu || !/^\d/.test(version)) return null;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    dev: true,
    ...(libc && { libc }),
    optional: true,
    os: [os],
    ...(engines && { engines }),
  };
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { status } = spawnSync(npm, ['install'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (status !== 0) process.exit(status ?? 1);

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { '': root, ...packages } = lock.packages;
let added = 0;
for (const [at, { optionalDependencies = {}, engines }] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (packages[`${at}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue;
    const entry = platformEntry(name, version, engines);
    if (!entry) continue;
    packages[`node_modules/${name}`] = entry;
    added++;
  }
}
const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${added} platform packages added\n`);
