import type { Control } from './schema.ts';

/** A piece of a template that sets what a fix means. */
export interface Snippet {
  readonly tool: 'CloudFormation' | 'Terraform';
  readonly text: string;
}

/** The pieces of templates that set what a fix means, in the order in which people read them. */
export function snippetsOf(fix: Control['fix']): readonly Snippet[] {
  const all = [
    { tool: 'CloudFormation', text: fix?.cloudFormation },
    { tool: 'Terraform', text: fix?.terraform },
  ] as const;
  return all.flatMap(({ tool, text }) => (text === undefined ? [] : [{ tool, text }]));
}

/** A resource that a snippet sets something of. */
export interface SnippetResource {
  readonly type: string;
  /** The names of all that it sets, from the outside in: `EncryptionInfo.EncryptionInTransit`. */
  readonly paths: readonly string[];
}

interface Line {
  readonly path: readonly string[];
  readonly value: string;
}

/** The named lines of a text that is indented as it is nested, which YAML has to be and Terraform is by its own formatter. */
function linesOf(text: string, name: RegExp): readonly Line[] {
  const open: { readonly indent: number; readonly name: string }[] = [];
  return text.split('\n').flatMap((line) => {
    const { indent, key, value = '' } = name.exec(line)?.groups ?? {};
    if (indent === undefined || key === undefined) return [];
    while ((open.at(-1)?.indent ?? -1) >= indent.length) open.pop();
    open.push({ indent: indent.length, name: key.replaceAll('"', '') });
    return [{ path: open.map((outer) => outer.name), value }];
  });
}

const YAML_KEY = /^(?<indent>[ -]*)(?<key>"[^"]+"|[\w:.*/-]+):(?: +(?<value>.*))?$/;

/** The resources of a CloudFormation snippet: `Name:`, with `Type` and `Properties` under it. */
export function cloudFormationResources(text: string): readonly SnippetResource[] {
  const lines = linesOf(text, YAML_KEY);
  return lines
    .filter(({ path }) => path.length === 2 && path[1] === 'Type')
    .map(({ path: [resource], value }) => ({
      type: value,
      paths: lines
        .filter(({ path }) => path[0] === resource && path[1] === 'Properties' && path.length > 2)
        .map(({ path }) => path.slice(2).join('.')),
    }));
}

const TERRAFORM_KEY = /^(?<indent> *)(?<key>resource "\w+" "\w+"|"[^"]+"|\w+) *[={]/;
const RESOURCE = /^resource (?<type>\w+) \w+$/;

/** The resources of a Terraform snippet: its `resource` blocks. */
export function terraformResources(text: string): readonly SnippetResource[] {
  const lines = linesOf(text, TERRAFORM_KEY);
  return lines.flatMap(({ path: [block = ''], path }) => {
    const type = RESOURCE.exec(block)?.groups?.type;
    if (path.length !== 1 || type === undefined) return [];
    const own = lines.filter((line) => line.path[0] === block && line.path.length > 1);
    return [{ type, paths: own.map((line) => line.path.slice(1).join('.')) }];
  });
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** True if every bracket outside of quotation marks is closed by its own. */
function isBalanced(text: string): boolean {
  const awaited: string[] = [];
  for (const sign of text.replace(/"(?:[^"\\\n]|\\.)*"|#.*/g, '').match(/[{}[\]()"]/g) ?? []) {
    const closing = CLOSING[sign];
    if (closing) awaited.push(closing);
    else if (awaited.pop() !== sign) return false;
  }
  return awaited.length === 0;
}

/** What is wrong with resources, where a control names the properties that it means. */
function strays(tool: string, resources: readonly SnippetResource[], where: readonly string[]): readonly string[] {
  if (resources.length === 0) return [`its ${tool} snippet has no resource`];
  if (where.length === 0) return [];
  return resources.flatMap(({ type, paths }) => {
    const meant = where.filter((name) => name === type || name.startsWith(`${type}.`));
    if (meant.length === 0) return [`its ${tool} snippet sets ${type}, which \`where\` does not name`];
    const isSet = meant.some((name) => name === type || paths.includes(name.slice(type.length + 1)));
    return isSet ? [] : [`its ${tool} snippet sets no property of ${type} that \`where\` names`];
  });
}

/** What a machine can say against the snippets of a control: they set something, and it is what `where` names. */
export function flawsOfSnippets({ fix, where }: Control): readonly string[] {
  return snippetsOf(fix).flatMap(({ tool, text }) => {
    if (tool === 'CloudFormation') return strays(tool, cloudFormationResources(text), where?.cloudFormation ?? []);
    const unbalanced = isBalanced(text)
      ? []
      : ['its Terraform snippet has a bracket or quotation mark that is not closed'];
    return [...unbalanced, ...strays(tool, terraformResources(text), where?.terraform ?? [])];
  });
}
