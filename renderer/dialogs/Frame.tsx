import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from './useReturnFocus.ts';

interface Props {
  readonly title: string;
  readonly size?: string;
  /** True while there is something to lose: Escape does not close then. */
  readonly keepOpen?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of a dialog: Escape and the close button end it, a click beside it does not. The focus goes back to what opened it. */
export function Frame({ title, size = 'md', keepOpen = false, onClose, children }: Props) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      returnFocus={false}
      closeOnEscape={!keepOpen}
      // The page does not scroll; the lock would write a style element of its own.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close dialog' }}
      styles={{ title: { fontWeight: 600, overflowWrap: 'anywhere' } }}
    >
      {children}
    </Modal>
  );
}
