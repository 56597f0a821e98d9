import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, and where in the file. */
interface Said {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const SHOWN = 60;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
};

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let at = content;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at;
}

/** The value that is there, short enough for a message. */
function shown(value: unknown): string {
  if (value === undefined) return 'it is missing';
  const text = JSON.stringify(value) ?? typeof value;
  return `it is ${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}`;
}

const entries = (count: number | bigint): string => (count === 1 ? '1 entry' : `${count} entries`);

function requirementOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must have at least ${entries(issue.minimum)}`;
    case 'too_big':
      if (issue.origin !== 'string') return `must have at most ${entries(issue.maximum)}`;
      return `must have at most ${issue.maximum} characters, and has ${String(value).trim().length}`;
    case 'invalid_union':
      // A kind of property that there is not.
      return issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options)
        ? `must be one of ${issue.options.join(', ')}`
        : issue.message;
    case 'invalid_key':
      return `has a name that cannot be used: ${issue.issues.map(({ message }) => message).join('; ')}`;
    default:
      return issue.message;
  }
}

/**
 * What is wrong within the only form of a union that a value can be meant as; null when it is none of them, or several.
 * A form is out if it is of another type, lacks a key that it needs, or has one that it does not know.
 */
function meant(errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const possible = errors.filter((issues) =>
    issues.every(({ path }) => path.length > 0 && valueAt(value, path.slice(0, 1)) !== undefined),
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

/** What zod found wrong with a file, as sentences for a person: what must be there, and what is. */
export function sayIssue(issue: Issue, content: unknown, before: readonly PropertyKey[] = []): readonly Said[] {
  const path = [...before, ...issue.path];
  const value = valueAt(content, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    const message = `has the unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${keys}: check the spelling, or take it out`;
    return [{ path, message }];
  }
  if (issue.code === 'custom') return [{ path, message: issue.message }];
  const closer = issue.code === 'invalid_union' ? meant(issue.errors, value) : null;
  if (closer) return closer.flatMap((each) => sayIssue(each, content, path));
  return [{ path, message: `${requirementOf(issue, value)}; ${shown(value)}` }];
}
