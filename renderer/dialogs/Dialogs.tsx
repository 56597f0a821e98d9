import { CommandPalette } from '../commandPalette/CommandPalette.tsx';
import { DashboardDialog } from '../dashboard/DashboardDialog.tsx';
import { PlanDialog } from '../remedy/PlanDialog.tsx';
import { RemedyDialog } from '../remedy/RemedyDialog.tsx';
import { SignOffDialog } from '../review/SignOffDialog.tsx';
import { showDialog, useStore } from '../state/store.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { DecisionsDialog } from './DecisionsDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { KeyboardDialog } from './KeyboardDialog.tsx';
import { MoveIntoDialog } from './MoveIntoDialog.tsx';
import { OwnCatalogDialog } from './OwnCatalogDialog.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';
import { ReconnectDialog } from './ReconnectDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { UpdateDialog } from './UpdateDialog.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';

const close = () => showDialog(null);

function NamedDialog() {
  const dialog = useStore((state) => state.dialog);
  switch (dialog?.kind) {
    case 'connect':
      return <ConnectDialog from={dialog.from} at={dialog.at} onClose={close} />;
    case 'reconnect':
      return <ReconnectDialog flow={dialog.flow} end={dialog.end} onClose={close} />;
    case 'moveInto':
      return <MoveIntoDialog ids={dialog.ids} onClose={close} />;
    case 'remedies':
      return <RemedyDialog finding={dialog.key} onClose={close} />;
    case 'dashboard':
      return <DashboardDialog onClose={close} />;
    case 'plan':
      return <PlanDialog onClose={close} />;
    case 'decisions':
      return <DecisionsDialog onClose={close} />;
    case 'signOff':
      return <SignOffDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'commandPalette':
      return <CommandPalette onClose={close} />;
    case 'keyboard':
      return <KeyboardDialog onClose={close} />;
    case 'versions':
      return <VersionsDialog first={dialog.version ?? null} onClose={close} />;
    case 'ownCatalog':
      return <OwnCatalogDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'updates':
      return <UpdateDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'accept': // belongs to the inspector
    case undefined:
      return null;
  }
}

/** The dialog that is open, and the question that waits for an answer. */
export function Dialogs() {
  return (
    <>
      <NamedDialog />
      <QuestionDialog />
    </>
  );
}
