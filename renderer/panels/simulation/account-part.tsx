import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Column, Columns } from '../panel-body.tsx';
import { AccountChoice } from './account-values/account-choice.tsx';
import { BadgeKnobs } from './account-values/badge-knobs.tsx';
import { DurationKnobs } from './account-values/duration-knobs.tsx';
import { LicenceKnobs } from './account-values/licence-knobs.tsx';
import { MarketKnobs } from './account-values/market-knobs.tsx';
import { StatusKnobs } from './account-values/status-knobs.tsx';
import { accountOptions } from './enum-options.ts';
import type { PartProps } from './part-props.ts';
import { FormSection } from './form-section.tsx';
import type { AccountChange } from './use-simulator.ts';

/** Who is logged in, and what Steam says and knows of every account. */
export function AccountPart({ simulator, account: loggedIn }: PartProps) {
  const { accounts } = simulator;
  const [chosen, setChosen] = useState<string>();
  const account = accounts.find(({ steamId }) => steamId === chosen) ?? loggedIn;
  const { steamId } = account;
  const change = (next: AccountChange): void => simulator.change({ account: next, accountOf: steamId });
  return (
    <Columns>
      <Column>
        <FormSection title="Account" note="Functions answer with these values at once.">
          <AccountChoice simulator={simulator} />
          <SelectField
            label="Values of"
            value={steamId}
            options={accountOptions(accounts)}
            onChange={setChosen}
            hint={
              steamId === loggedIn.steamId ? undefined : 'Another player: their tickets are judged by these.'
            }
          />
          <StatusKnobs key={steamId} account={account} onChange={change} />
        </FormSection>
        <FormSection title="Licences and bans" note="Verdicts on this account’s tickets come from these.">
          <LicenceKnobs key={steamId} account={account} accounts={accounts} onChange={change} />
        </FormSection>
        <Section title="Badges" isFlush>
          <BadgeKnobs badges={account.badges} onChange={change} />
        </Section>
      </Column>
      <Column>
        <FormSection title="Duration control">
          <DurationKnobs durationControl={account.durationControl} onChange={change} />
        </FormSection>
        <FormSection title="Market">
          <MarketKnobs key={steamId} market={account.market} onChange={change} />
        </FormSection>
      </Column>
    </Columns>
  );
}
