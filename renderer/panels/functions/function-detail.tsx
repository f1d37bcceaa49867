import { cppSnippet, type Arguments } from '../../../app/functions/cpp-snippet.ts';
import { functionPage } from '../../../app/functions/documentation.ts';
import { exampleArguments } from '../../../app/functions/examples.ts';
import { steamworksSnippet } from '../../../app/functions/steamworks-snippet.ts';
import { userFunctions, type UserFunctionName } from '../../../app/steam/user-functions.ts';
import { Column, Columns } from '../panel-body.tsx';
import { readCall, type CallDraft } from './call-draft.ts';
import { CallForm } from './call-form.tsx';
import { CallHistory } from './call-history.tsx';
import { CallResult } from './call-result.tsx';
import { DetailHeader } from './detail-header.tsx';
import { useCallDraft } from './functions-store.ts';
import { Snippets } from './snippets.tsx';
import { useRecent } from './use-recent.ts';

export interface FunctionDetailProps {
  readonly name: UserFunctionName;
}

/** A function: its form, what it answered, its last calls, and how it is called in code. */
export function FunctionDetail({ name }: FunctionDetailProps) {
  const { sdkName, slot, meaning } = userFunctions[name];
  const calls = useRecent(name, ['call']);
  const args = argumentsFor(name, useCallDraft(name));
  const [newest] = calls;
  return (
    <>
      <DetailHeader
        name={name}
        tags={[sdkName, `slot ${slot}`]}
        meaning={meaning}
        page={functionPage(name)}
      />
      <Columns>
        <Column>
          <CallForm name={name} newest={newest} />
          {newest !== undefined && <CallResult name={name} entry={newest} />}
        </Column>
        <Column>
          <CallHistory entries={calls} />
          <Snippets cpp={cppSnippet(name, args)} steamworks={steamworksSnippet(name, args)} />
        </Column>
      </Columns>
    </>
  );
}

/** What is entered, or the example as long as that is not right. */
function argumentsFor(name: UserFunctionName, draft: CallDraft): Arguments {
  const reading = readCall(name, draft);
  return reading.ok ? reading.call.args : exampleArguments[name];
}
