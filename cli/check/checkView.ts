import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Severity } from '../../shared/catalog/terms.ts';
import type { Standard } from '../../shared/validate/standards.ts';
import type { Paint } from '../paint.ts';

/** How much is said: gaps that fail, or gaps and questions, or all there is to say. */
export type Detail = 'quiet' | 'normal' | 'verbose';

/** What a report on a file is shown with. */
export interface CheckView {
  readonly catalog: Catalog;
  /** Shown requirement by requirement, too. */
  readonly standard: Standard | null;
  readonly paint: Paint;
  readonly detail: Detail;
  /** Keys of gaps, and of paths that rules forbid, that the baseline has; null without a baseline. */
  readonly known: ReadonlySet<string> | null;
  /** Whether a gap or a path of this severity and key makes the check fail. */
  readonly fails: (severity: Severity, key: string) => boolean;
}

/** Those that are shown: all when verbose, those that fail when quiet, else those that no baseline has. */
export const isShown = (severity: Severity, key: string, { detail, known, fails }: CheckView): boolean =>
  detail === 'verbose' || (detail === 'quiet' ? fails(severity, key) : !known?.has(key));
