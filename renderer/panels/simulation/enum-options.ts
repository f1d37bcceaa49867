import { enums, type EnumName } from '../../../app/steam/enums.ts';
import type { SimulatedAccount } from '../../../app/simulator/knobs.ts';
import type { SelectOption } from '../../ui/select-field.tsx';

/** The members of an enumeration, with number and meaning, for a select. */
export function enumOptions(name: EnumName): readonly SelectOption<number>[] {
  return enums[name].map((member) => ({
    value: member.value,
    label: `${member.value} ${member.name}`,
    meaning: member.meaning === '' ? undefined : member.meaning,
  }));
}

/** ESteamAPICallFailure. */
export const callFailureOptions: readonly SelectOption<number>[] = [
  { value: -1, label: '-1 None', meaning: 'No failure, although the call result says that it failed.' },
  { value: 0, label: '0 SteamGone', meaning: 'The Steam client is gone.' },
  { value: 1, label: '1 NetworkFailure', meaning: 'The connection to Steam’s servers failed.' },
  { value: 2, label: '2 InvalidHandle', meaning: 'The handle of the call is not, or no longer, valid.' },
  { value: 3, label: '3 MismatchedCallback', meaning: 'The result was asked for as another structure.' },
];

export function accountOptions(accounts: readonly SimulatedAccount[]): readonly SelectOption<string>[] {
  return accounts.map(({ steamId, personaName }) => ({
    value: steamId,
    label: personaName,
    meaning: steamId,
  }));
}

/** The persona of a simulated account, or the id of anybody else. */
export function nameOf(accounts: readonly SimulatedAccount[], steamId: string): string {
  return accounts.find((account) => account.steamId === steamId)?.personaName ?? steamId;
}
