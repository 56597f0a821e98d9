import type { Assessment } from '../../shared/validate/report.ts';
import { openPanel } from '../state/panels.ts';
import { flyTo, select, setSession } from '../state/store.ts';
import { showControl } from './shownControl.ts';

/** Goes to an assessment: selects its element, brings it into view, and unfolds the control in the inspector. */
export function showFinding({ key, element }: Assessment): void {
  select([element.id]);
  flyTo([element.id]);
  setSession({ inspectorTab: 'controls' });
  openPanel('inspector');
  showControl(key);
}
