export const PAGE = { title: 'Page', url: 'https://docs.aws.amazon.com/' };

/** A control as a file says it, with all that every control needs but a condition, which `more` has. */
export const aControl = (id: string, more: object): Record<string, unknown> => ({
  id,
  title: 'Do it',
  short: 'it',
  category: 'encryptionAtRest',
  severity: 'high',
  gap: 'It is not done.',
  why: 'Because.',
  remediation: 'Do it.',
  sources: { pages: [PAGE] },
  examples: { satisfied: [{}], gap: [{}] },
  ...more,
});
