import { PanelPage } from '../../ui/panel-page.tsx';
import { PanelBody } from '../panel-body.tsx';

export function DurationPanel() {
  return (
    <PanelPage title="Duration control" summary="Not built yet.">
      <PanelBody>{undefined}</PanelBody>
    </PanelPage>
  );
}
