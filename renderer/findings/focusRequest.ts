let asked = false;

/** Asks the list that comes next to take the focus: what has it goes away with the list that it belongs to. */
export const askFocus = (): void => {
  asked = true;
};

/** True once after `askFocus`. */
export function takeFocusRequest(): boolean {
  const taken = asked;
  asked = false;
  return taken;
}
