import type { AccountSnapshot } from '../../../app/account/account.ts';
import { steamIdForms } from '../../../app/steam/steam-id.ts';
import { Facts, type Fact } from '../../ui/facts.tsx';

export interface AccountFactsProps {
  readonly account: AccountSnapshot;
  readonly steamId: string | undefined;
}

/** Who is logged in and where, in all the forms in which Steam writes it. */
export function AccountFacts({ account, steamId }: AccountFactsProps) {
  const { details, userDataFolder } = account;
  const forms = steamId === undefined ? undefined : steamIdForms(steamId);
  return (
    <Facts
      items={[
        { label: 'Persona', value: details.personaName },
        copied('Steam id', steamId),
        copied('Steam2 id', forms?.steam2),
        copied('Steam3 id', forms?.steam3),
        copied('Account id', forms?.accountId.toString()),
        { label: 'Country', value: details.country, note: countryName(details.country) },
        { label: 'Language', value: details.language },
        { ...copied('App owner', details.appOwner), note: ownerNote(details.appOwner, steamId) },
        { label: 'Build id', value: details.buildId, isMono: true },
        { label: 'Steam Deck', value: yesOrNo(details.isSteamDeck) },
        copied('User data folder', userDataFolder),
      ]}
    />
  );
}

function copied(label: string, text: string | undefined): Fact {
  return { label, value: text, isMono: true, copyText: text };
}

function yesOrNo(answer: boolean | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return answer ? 'yes' : 'no';
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function countryName(code: string | undefined): string | undefined {
  return code === undefined || !/^[A-Z]{2}$/.test(code) ? undefined : countries.of(code);
}

function ownerNote(appOwner: string | undefined, steamId: string | undefined): string | undefined {
  if (appOwner === undefined || steamId === undefined) return undefined;
  return appOwner === steamId ? 'this account' : 'another account: shared by Steam Families';
}
