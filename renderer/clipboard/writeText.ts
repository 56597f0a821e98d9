/** Puts a text on the clipboard; false when the browser does not let a page do that. */
export const writeText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
