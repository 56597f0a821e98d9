import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { summaryText } from '../../shared/export/text.ts';
import { Frame } from '../dialogs/Frame.tsx';
import type { Filter } from '../findings/filter.ts';
import { leadToGaps } from '../findings/leadToGaps.ts';
import { useReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { BarChart } from './BarChart.tsx';
import { chartsOf } from './charts.ts';
import classes from './Dashboard.module.css';
import { HistoryChart } from './HistoryChart.tsx';

/** The gaps of the open diagram as charts. A bar leads to its gaps in the findings panel. */
export function DashboardDialog({ onClose }: { readonly onClose: () => void }) {
  const diagram = useStore((state) => state.history.present);
  const report = useReport();
  const charts = useMemo(() => chartsOf(diagram, report), [diagram, report]);
  const show = (filter: Partial<Filter>) => {
    onClose();
    leadToGaps(filter);
  };
  return (
    <Frame title="Dashboard" size="960px" onClose={onClose}>
      <p className={classes.summary}>{summaryText(report.tally)}</p>
      {charts.length > 0 && (
        <>
          <p className={classes.note}>A bar shows its gaps in the findings panel.</p>
          <div className={classes.charts}>
            {charts.map((chart) => (
              <BarChart key={chart.title} chart={chart} onShow={show} />
            ))}
          </div>
        </>
      )}
      <HistoryChart report={report} />
      <Group justify="flex-end" pt="sm">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Frame>
  );
}
