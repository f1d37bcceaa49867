import { PanelPage } from '../../ui/panel-page.tsx';
import { PanelBody } from '../panel-body.tsx';

export function StorePanel() {
  return (
    <PanelPage title="Store & purchases" summary="Not built yet.">
      <PanelBody>{undefined}</PanelBody>
    </PanelPage>
  );
}
