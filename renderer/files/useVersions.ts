import { useEffect, useState } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import { useStore } from '../state/store.ts';
import { loadVersions, type Version } from './versions.ts';

/** The saved versions of the open file, newest first, as they come; null before the first of them, and without a file. */
export function useVersions(): readonly Version[] | null {
  const host = useHost();
  const file = useStore((state) => state.file);
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  useEffect(() => {
    if (file === null) return;
    const loading = new AbortController();
    void loadVersions(host, file, setVersions, loading.signal);
    return () => loading.abort();
  }, [host, file]);
  return versions;
}
