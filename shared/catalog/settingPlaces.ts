import type { Where } from './schema.ts';

/** One tool that a setting can be made in. */
export interface SettingPlace {
  readonly tool: 'Console' | 'CloudFormation' | 'Terraform' | 'Elsewhere';
  /** Names of properties or arguments; of a console or another product one way in words. */
  readonly names: readonly string[];
  /** True for names that stand in a template, false for words. */
  readonly isCode: boolean;
}

/** Where a setting is made, one entry a tool, in the order in which people read them. */
export function settingPlaces(where: Where | undefined): readonly SettingPlace[] {
  if (!where) return [];
  const { console, cloudFormation = [], terraform = [], elsewhere } = where;
  const all: readonly SettingPlace[] = [
    { tool: 'Console', names: console ? [console] : [], isCode: false },
    { tool: 'CloudFormation', names: cloudFormation, isCode: true },
    { tool: 'Terraform', names: terraform, isCode: true },
    { tool: 'Elsewhere', names: elsewhere ? [elsewhere] : [], isCode: false },
  ];
  return all.filter(({ names }) => names.length > 0);
}
