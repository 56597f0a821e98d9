import { promises as fs } from 'node:fs';

/** What writing a file asks of the file system: Node's own functions, or a disk that fails on demand in a test. */
export type Disk = Pick<typeof fs, 'realpath' | 'readlink' | 'stat' | 'open' | 'rename' | 'rm' | 'readdir'>;

/** The disk of this machine. */
export const DISK: Disk = fs;
