import { create } from 'zustand';

/** The key of the finding that the inspector is asked to unfold and bring into view; null once it has. */
export const useShownControl = create<{ readonly key: string | null }>()(() => ({ key: null }));

/** Asks the inspector to unfold this finding and bring it into view. */
export const showControl = (key: string | null): void => useShownControl.setState({ key });
