import type { ReactNode } from 'react';
import { useSession } from '../stores/session.ts';
import { openPanel } from '../stores/settings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

/** Says that no client is connected, where none is, and leads to where one is chosen. */
export function NoClientBanner({ children }: { readonly children: ReactNode }) {
  const { state } = useSession();
  if (state === 'connected') return null;
  const isConnecting = state === 'connecting';
  return (
    <Banner
      tone="info"
      title={isConnecting ? 'Connecting…' : 'No client is connected'}
      actions={!isConnecting && <Button onClick={() => openPanel('connection')}>Open Connection</Button>}
    >
      {children}
    </Banner>
  );
}
