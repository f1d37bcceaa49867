import { closeOverlay, type Overlay } from '../stores/overlay.ts';
import { AboutDialog } from './about-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** Whatever lies over the window: one chunk of code, fetched when the first of them is wanted. */
export function Overlays({ overlay }: { readonly overlay: Overlay }) {
  switch (overlay) {
    case 'palette':
      return <Palette onClose={closeOverlay} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeOverlay} />;
    case 'about':
      return <AboutDialog onClose={closeOverlay} />;
    case 'leave':
      return <LeaveDialog onClose={closeOverlay} />;
  }
}
