import { Column, Columns } from '../../panel-body.tsx';
import { CheckForm } from './check-form.tsx';
import { CheckList } from './check-list.tsx';
import { ServerSection } from './server-section.tsx';
import { KeySection } from './key-section.tsx';

/** Checks tickets with Steam's web API, as a game's backend would. */
export function WebApiPart() {
  return (
    <>
      <CheckForm />
      <Columns>
        <Column>
          <KeySection />
        </Column>
        <Column>
          <ServerSection />
        </Column>
      </Columns>
      <CheckList />
    </>
  );
}
