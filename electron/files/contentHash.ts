import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes, or of a text as UTF-8, in hex. Two contents with one hash count as the same. */
export const contentHash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
