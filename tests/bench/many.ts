import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { bigDiagram } from './bigDiagram.ts';
import { medianMsOf, type Row } from './measure.ts';

const COUNT = 1_000;
const SIZE = 30;
const RUNS = 3;
/** Beside the bundle in out/bench. */
const PROGRAM = path.resolve(import.meta.dirname, '../cli/parapet.js');
/** Says at the end of a process how many kilobytes it had at most. */
const TELL_MEMORY = 'data:text/javascript,process.on("exit",()=>console.error("KB",process.resourceUsage().maxRSS))';

function writeDiagrams(folder: string, catalog: Catalog): void {
  for (let i = 0; i < COUNT; i++) {
    writeFileSync(path.join(folder, `diagram-${i}.parapet`), formatDiagram(bigDiagram(catalog, SIZE, i)));
  }
}

/** Runs the command line; megabytes of memory that it had at most. */
function check(folder: string, format: string, output: string): number {
  const args = ['--import', TELL_MEMORY, PROGRAM, 'check', folder, '--format', format, '--output', output, '--force'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
  return Math.max(...[...stderr.matchAll(/^KB (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes))) / 1000;
}

/** The least that a check needs: read and parse every file, and write as many bytes as the report has. */
function readAndWrite(folder: string, report: string): void {
  for (const name of readdirSync(folder)) JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  writeFileSync(`${report}.copy`, Buffer.alloc(statSync(report).size, 0x20));
}

async function rowOf(folder: string, format: string, reports: string): Promise<Row> {
  const report = path.join(reports, `report.${format}`);
  let memory = 0;
  const ms = await medianMsOf(RUNS, async () => {
    memory = Math.max(memory, check(folder, format, report));
  });
  const floorMs = await medianMsOf(RUNS, async () => readAndWrite(folder, report));
  const size = (statSync(report).size / 1e6).toFixed(0);
  return {
    what: `${format}, ${size} MB, ${memory.toFixed(0)} MB RAM`,
    ms,
    floor: 'parse them, write as much',
    floorMs,
  };
}

/** One `check` of many diagrams by the built command line, with all its threads. */
export async function manyRows(catalog: Catalog): Promise<readonly Row[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'parapet-bench-'));
  try {
    const folder = mkdtempSync(path.join(root, 'diagrams-'));
    writeDiagrams(folder, catalog);
    return [await rowOf(folder, 'json', root), await rowOf(folder, 'sarif', root)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
