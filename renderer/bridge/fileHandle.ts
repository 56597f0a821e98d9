type HandleWithPermissions = FileSystemFileHandle & {
  // Not yet in the DOM types: in Chromium only.
  queryPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
};

/** SHA-256 in hex. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes as UTF-8 text, or null when they are none. */
export function toText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** True when the person lets us; asking needs a click or a key just before. */
export async function isAllowed(
  handle: HandleWithPermissions,
  mode: 'read' | 'readwrite',
  ask: boolean,
): Promise<boolean> {
  const now = (await handle.queryPermission?.({ mode })) ?? 'granted';
  if (now === 'granted' || !ask) return now === 'granted';
  return (await handle.requestPermission?.({ mode })) === 'granted';
}

/** The bytes on disk; null when the file has gone. */
export async function currentBytes(handle: FileSystemFileHandle): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** Replaces the content; Chromium writes to a file of its own and swaps it in on close. */
export async function writeBytes(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
}
