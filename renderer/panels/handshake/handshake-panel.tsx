import { PanelPage } from '../../ui/panel-page.tsx';
import { PanelBody } from '../panel-body.tsx';

export function HandshakePanel() {
  return (
    <PanelPage title="Handshake" summary="Not built yet.">
      <PanelBody>{undefined}</PanelBody>
    </PanelPage>
  );
}
