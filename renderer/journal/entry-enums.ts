import { enumMember, enums, type EnumName } from '../../app/steam/enums.ts';
import { isUserCallbackName, userCallbacks, type UserCallback } from '../../app/steam/user-callbacks.ts';
import { isUserFunctionName, userFunctions, type UserFunction } from '../../app/steam/user-functions.ts';

/** Which enumeration a value of an entry is of. `key` is undefined for the value of a call that gives back just one. */
export function enumerationOf(
  name: string,
  part: 'args' | 'value',
  key: string | undefined,
): EnumName | undefined {
  if (isUserCallbackName(name)) {
    const row: UserCallback = userCallbacks[name];
    return key === undefined ? undefined : row.fields[key]?.enumeration;
  }
  if (!isUserFunctionName(name)) return undefined;
  const row: UserFunction = userFunctions[name];
  if (part === 'args') return key === undefined ? undefined : row.parameters[key]?.enumeration;
  if ('fields' in row.result) return key === undefined ? undefined : row.result.fields[key]?.enumeration;
  return key === undefined ? row.result.enumeration : undefined;
}

/** What a value of an enumeration means: one sentence, or one a bit for a set of bits. */
export function enumMeaning(enumeration: EnumName, value: number): string {
  if (enumeration !== 'EMarketNotAllowedReasonFlags') return enumMember(enumeration, value)?.meaning ?? '';
  return enums.EMarketNotAllowedReasonFlags.filter((member) => (value & member.value) !== 0)
    .map((member) => `${member.name}: ${member.meaning}`)
    .join(' ');
}
