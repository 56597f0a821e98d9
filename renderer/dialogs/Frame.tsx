import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Position } from '../../shared/diagram/schema.ts';
import { useReturnFocus } from './useReturnFocus.ts';

interface Props {
  readonly title: string;
  readonly size?: string;
  /** True while there is something to lose: Escape does not close then. */
  readonly keepOpen?: boolean;
  /** Where in the window it stands, if not in the middle. */
  readonly at?: Position | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Room that a dialog takes at most, in pixels, when it stands at a place of its own. */
const ROOM = { width: 440, height: 480 };

/** Styles that put a dialog at a place of the window, moved so far that all of it is seen. */
function standingAt({ x, y }: Position) {
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
  const left = within(x, 8, window.innerWidth - ROOM.width - 8);
  const top = within(y, 8, window.innerHeight - ROOM.height - 8);
  return {
    inner: { padding: 0, alignItems: 'flex-start', justifyContent: 'flex-start' },
    content: { marginInlineStart: left, marginBlockStart: top, maxWidth: ROOM.width },
  };
}

/** The frame of a dialog: Escape and the close button end it, a click beside it does not. The focus goes back to what opened it. */
export function Frame({ title, size = 'md', keepOpen = false, at = null, onClose, children }: Props) {
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
      styles={{ title: { fontWeight: 600, overflowWrap: 'anywhere' }, ...(at && standingAt(at)) }}
    >
      {children}
    </Modal>
  );
}
