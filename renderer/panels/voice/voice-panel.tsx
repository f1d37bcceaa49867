import { PanelPage } from '../../ui/panel-page.tsx';
import { PanelBody } from '../panel-body.tsx';

export function VoicePanel() {
  return (
    <PanelPage title="Voice" summary="Not built yet.">
      <PanelBody>{undefined}</PanelBody>
    </PanelPage>
  );
}
