import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { present } from '../state/store.ts';

interface Props {
  readonly children: ReactNode;
}

/** A way to keep the work even when the window can draw nothing else: the document is still in the store. */
function download(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([formatDiagram(present())], { type: 'application/json' }));
  link.download = 'rescued.parapet';
  link.click();
  URL.revokeObjectURL(link.href);
}

function Crash({ error }: { readonly error: Error }) {
  return (
    <Stack p="xl" maw={640} mx="auto" role="alert">
      <Title order={1} size="h3">
        Parapet has run into a fault of its own
      </Title>
      <Text>Your diagram is not lost: save a copy now, then reload the window.</Text>
      <Code block>{error.message}</Code>
      <Group>
        <Button onClick={download}>Save a copy of the diagram</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Group>
    </Stack>
  );
}

/** Catches what no component below caught. React offers this to classes only. */
export class CrashScreen extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.error ? <Crash error={this.state.error} /> : this.props.children;
  }
}
