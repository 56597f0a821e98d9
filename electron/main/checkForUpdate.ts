import { z } from 'zod';
import type { UpdateResult } from '../../shared/ipc/contract.ts';

const TIMEOUT_MS = 15_000;
const GITHUB = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)$/;

/** All that is read of GitHub's answer: where the page of a release is follows from its tag. */
const Release = z.object({ tag_name: z.string().regex(/^v\d{1,5}(\.\d{1,5}){2}$/) });

/** What a package says about itself. A repository is there only in one that a workflow made. */
const Package = z.object({ version: z.string(), homepage: z.string().regex(GITHUB) });

interface Needs {
  /** The package.json of this app. */
  readonly packageJson: unknown;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

const numbers = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** True for a version that comes after another; both are three numbers with dots. */
function isNewer(version: string, than: string): boolean {
  const old = numbers(than);
  const difference = numbers(version).map((part, i) => part - (old[i] ?? 0));
  return (difference.find((part) => part !== 0) ?? 0) > 0;
}

const failed = (reason: Extract<UpdateResult, { state: 'failed' }>['reason']): UpdateResult => ({
  state: 'failed',
  reason,
});

/**
 * Asks GitHub for the newest release: one request without a word about the person, the machine or the version that runs.
 * Nothing is fetched beyond that answer, and nothing is installed.
 */
export async function checkForUpdate({ packageJson, fetch }: Needs): Promise<UpdateResult> {
  const own = Package.safeParse(packageJson);
  if (!own.success) return failed('noRepository');
  const [, repository = ''] = GITHUB.exec(own.data.homepage) ?? [];
  try {
    const response = await fetch(`https://api.github.com/repos/${repository}/releases/latest`, {
      headers: { accept: 'application/vnd.github+json' },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return failed('noRelease');
    if (!response.ok) return failed('refused');
    const answer = Release.safeParse(await response.json().catch(() => null));
    if (!answer.success) return failed('unreadable');
    const tag = answer.data.tag_name;
    const version = tag.slice(1);
    if (!isNewer(version, own.data.version)) return { state: 'newest' };
    return { state: 'newer', version, page: `${own.data.homepage}/releases/tag/${tag}` };
  } catch {
    return failed('offline');
  }
}
