import { PanelPage } from '../../ui/panel-page.tsx';
import { PanelBody } from '../panel-body.tsx';

export function ServersPanel() {
  return (
    <PanelPage title="Game servers (legacy)" summary="Not built yet.">
      <PanelBody>{undefined}</PanelBody>
    </PanelPage>
  );
}
