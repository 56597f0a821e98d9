import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { version } from '../../package.json';
import type { UpdateResult } from '../../shared/ipc/contract.ts';
import { useHost } from '../bridge/HostContext.tsx';
import { Frame } from './Frame.tsx';

const FAILURES: Readonly<Record<Extract<UpdateResult, { state: 'failed' }>['reason'], string>> = {
  offline: 'GitHub could not be reached: there is no network, or something between blocks it. All else works without.',
  noRelease: 'There is no release yet.',
  refused: 'GitHub did not want to answer just now. Try again in an hour.',
  unreadable: 'GitHub answered, but not with the version of a release.',
  noRepository:
    'This copy was not made as a release, so it does not know where releases are. Look where you got it from.',
  browser: 'In a browser Parapet has no network, so it cannot ask. The desktop app can.',
};

function wordsFor(result: UpdateResult | null): string {
  switch (result?.state) {
    case undefined:
      return 'Asking GitHub for the newest release …';
    case 'newer':
      return `Parapet ${result.version} is there; this is ${version}. Parapet installs nothing by itself: get it from its page.`;
    case 'newest':
      return `This is the newest release, ${version}.`;
    case 'failed':
      return FAILURES[result.reason];
  }
}

/** Asks whether there is a newer release, and tells. */
export function UpdateDialog({ onClose }: { readonly onClose: () => void }) {
  const host = useHost();
  const [result, setResult] = useState<UpdateResult | null>(null);
  useEffect(() => void host.call('update:check').then(setResult), [host]);
  return (
    <Frame title="Check for updates" onClose={onClose}>
      <Text size="sm" mb="xs" role="status">
        {wordsFor(result)}
      </Text>
      {result?.state === 'newer' && (
        <Button size="xs" mb="xs" onClick={() => void host.call('link:open', result.page)}>
          Open its page…
        </Button>
      )}
      {host.kind === 'desktop' && (
        <Text size="xs" c="var(--parapet-muted)">
          This sends one request to api.github.com, with nothing about you, your diagrams or this copy. As for any page,
          GitHub sees your network address.
        </Text>
      )}
    </Frame>
  );
}
