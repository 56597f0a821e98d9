import './jitless.ts';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'inter-ui/inter-variable.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import './forcedColors.css';
import { HostProvider } from './bridge/HostContext.tsx';
import { pickHost } from './bridge/host.ts';
import { App } from './shell/App.tsx';
import { CrashScreen } from './shell/CrashScreen.tsx';
import { THEME } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={THEME} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <HostProvider host={pickHost()}>
        <CrashScreen>
          <App />
        </CrashScreen>
      </HostProvider>
    </MantineProvider>
  </StrictMode>,
);
