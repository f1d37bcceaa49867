import { useWebApi } from '../../../stores/web-api.ts';
import { Column, Columns } from '../../panel-body.tsx';
import { CheckForm } from './check-form.tsx';
import { CheckList } from './check-list.tsx';
import { KeySection } from './key-section.tsx';
import { ServerSection } from './server-section.tsx';

/** Checks tickets with Steam's web API, as a game's backend would. */
export function WebApiPart() {
  const { checks } = useWebApi();
  const answers = <CheckList key="answers" />;
  const settings = (
    <Columns key="settings">
      <Column>
        <KeySection />
      </Column>
      <Column>
        <ServerSection />
      </Column>
    </Columns>
  );
  return (
    <>
      <CheckForm />
      {/* Before the first check there is a key to be set; from then on what counts are the answers. */}
      {checks.length === 0 ? [settings, answers] : [answers, settings]}
    </>
  );
}
