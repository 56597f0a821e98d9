export { SEVERITIES, type Severity } from '../severities.ts';

/** What a control is about, with the heading people see. The order is that of the inspector. */
export const CATEGORIES = {
  encryptionAtRest: 'Encryption at rest',
  encryptionInTransit: 'Encryption in transit',
  keyManagement: 'Key management',
  accessControl: 'Access control',
  identity: 'Identity',
  networkIsolation: 'Network isolation',
  loggingMonitoring: 'Logging and monitoring',
  dataProtection: 'Data protection',
  resilience: 'Resilience',
} as const;
export type Category = keyof typeof CATEGORIES;
export const CATEGORY_IDS = Object.keys(CATEGORIES) as [Category, ...Category[]];

/** The palette's groups, in order. */
export const SERVICE_GROUPS = {
  ingest: 'Ingest & stream',
  store: 'Store',
  process: 'Process & analyse',
  access: 'Identity & network',
  keys: 'Keys & audit',
  outside: 'Outside AWS',
} as const;
export type ServiceGroup = keyof typeof SERVICE_GROUPS;
export const SERVICE_GROUP_IDS = Object.keys(SERVICE_GROUPS) as [ServiceGroup, ...ServiceGroup[]];
