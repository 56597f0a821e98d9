import { ExposurePanel } from '../exposure/ExposurePanel.tsx';
import { useExposure } from '../exposure/session.ts';
import { Inspector } from '../inspector/Inspector.tsx';

/** The panel on the right: what is selected, or paths through the diagram. */
export function RightPanel() {
  const asking = useExposure(({ open }) => open);
  return asking ? <ExposurePanel /> : <Inspector />;
}
