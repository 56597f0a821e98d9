/*
 * Severities: words that both a diagram and the catalog use.
 */

/** How severe a gap is, worst first. The order is the sort order of findings. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
