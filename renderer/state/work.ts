import { create } from 'zustand';

/** How many long works run, such as an export: the dock or the taskbar shows that there is one. */
export const useWork = create<{ readonly running: number }>()(() => ({ running: 0 }));

const count = (change: number): void => useWork.setState(({ running }) => ({ running: running + change }));

/** Shows that something runs for as long as it does. */
export async function whileWorking<T>(work: () => Promise<T>): Promise<T> {
  count(1);
  try {
    return await work();
  } finally {
    count(-1);
  }
}
