import type { Diagram } from '../../shared/diagram/schema.ts';
import { exportThumbnail } from '../../shared/export/svg/exportThumbnail.ts';
import type { Theme } from '../../shared/export/svg/style.ts';
import type { Report } from '../../shared/validate/report.ts';
import { iconSvg } from '../icons.ts';
import { catalog } from '../state/catalog.ts';

/** A diagram as a small picture; `judged`: with its gaps. */
export const drawThumbnail = (diagram: Diagram, report: Report, theme: Theme, judged: boolean): string =>
  exportThumbnail({
    diagram,
    report,
    catalog,
    date: '',
    icons: iconSvg,
    theme,
    annotations: judged ? 'gaps' : 'none',
  });
