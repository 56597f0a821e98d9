import { Text } from '@mantine/core';
import { version } from '../../package.json';
import { catalog } from '../state/catalog.ts';
import { Frame } from './Frame.tsx';

/** What this is, which version, and under which terms. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { services, boundaries } = catalog;
  return (
    <Frame title="About Parapet" onClose={onClose}>
      <Text size="sm" mb="xs">
        Parapet {version}
      </Text>
      <Text size="sm" mb="xs">
        Design AWS data pipelines and see, while you draw, which security controls each service and each flow still
        lacks. The catalog of this version knows {services.size} services and {boundaries.size} kinds of boundary.
      </Text>
      <Text size="sm" mb="xs">
        Free software under the Apache License 2.0. What it finds is a help for reviews, never a claim of compliance.
      </Text>
      <Text size="sm" c="var(--parapet-muted)">
        AWS and the AWS icons are trademarks of Amazon.com, Inc. or its affiliates. The icons are shown unmodified, as
        AWS permits for architecture diagrams. Parapet is not made or endorsed by AWS.
      </Text>
    </Frame>
  );
}
