import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { connect } from './connect.ts';
import { App } from './shell/app.tsx';
import { followTheme } from './shell/follow-theme.ts';
import { preloadPanels } from './shell/panel-registry.ts';
import { tellOfBug } from './stores/desktop.ts';

window.addEventListener('unhandledrejection', ({ reason }) => tellOfBug(reason));

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root.');

// The snapshot is a few kilobytes from a process that is up already: waiting for it saves drawing the window twice.
const { journal } = await connect();
await isSized();
followTheme(document.documentElement);
createRoot(container).render(<App />);
requestIdleCallback(() => preloadPanels());
await journal;

/**
 * A window that is not shown yet may have no size, and the split between panel and timeline measures itself only when it
 * is mounted: mounted without a size its separator would never work.
 */
function isSized(): Promise<void> {
  if (window.innerHeight > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (window.innerHeight === 0) return;
      window.removeEventListener('resize', look);
      resolve();
    };
    window.addEventListener('resize', look);
  });
}
