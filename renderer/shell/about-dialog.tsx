import { useAbout } from '../stores/about.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';

/** What the bench is and runs on: for bug reports. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const about = useAbout();
  return (
    <Dialog title="Steam Test Bench" isOpen onClose={onClose}>
      <Facts
        items={[
          { label: 'Version', value: about?.version },
          { label: 'Electron', value: about?.electron },
          { label: 'Chromium', value: about?.chromium },
          { label: 'Node', value: about?.node },
          { label: 'Platform', value: about?.platform },
          { label: 'Data', value: about?.userDataFolder, isMono: true, copyText: about?.userDataFolder },
        ]}
      />
    </Dialog>
  );
}
