import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { App, Session } from 'electron';
import type { UpdateResult } from '../../shared/ipc/contract.ts';
import type { LastCheck } from '../files/lastCheck.ts';
import { checkForUpdate } from './checkForUpdate.ts';
import type { Handlers } from './setupIpc.ts';

interface Needs {
  readonly app: Pick<App, 'getAppPath'>;
  readonly session: { fromPartition(name: string, options: { cache: boolean }): Session };
  readonly lastCheck: LastCheck;
  /** True when the person turned the weekly check on. */
  readonly isWeekly: () => boolean;
}

/**
 * The handlers that ask for a newer release: all that ever asks a server. They have a session of their own, which
 * keeps nothing; that of the windows stays without network.
 */
export function setupUpdates({ app, session, lastCheck, isWeekly }: Needs): Handlers<'update:check' | 'update:weekly'> {
  async function check(): Promise<UpdateResult> {
    const packageJson = JSON.parse(await fs.readFile(path.join(app.getAppPath(), 'package.json'), 'utf8'));
    const updates = session.fromPartition('updates', { cache: false });
    // In place of the usual words, which name the system, the language and each version.
    updates.setUserAgent('Parapet', 'en');
    return checkForUpdate({ packageJson, fetch: (url, init) => updates.fetch(url, init) });
  }

  async function weekly(): Promise<string | null> {
    if (!isWeekly() || !(await lastCheck.isDue())) return null;
    const result = await check();
    if (result.state === 'failed' && result.reason === 'offline') return null; // asked again at the next start
    await lastCheck.done();
    return result.state === 'newer' ? result.version : null;
  }

  return { 'update:check': check, 'update:weekly': weekly };
}
