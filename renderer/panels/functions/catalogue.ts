import {
  userCallbackNames,
  userCallbacks,
  type UserCallbackName,
} from '../../../app/steam/user-callbacks.ts';
import {
  userFunctionNames,
  userFunctions,
  type FunctionGroup,
  type UserFunctionName,
} from '../../../app/steam/user-functions.ts';

/** What can be chosen in the list. */
export type Choice =
  | { readonly kind: 'function'; readonly name: UserFunctionName }
  | { readonly kind: 'callback'; readonly name: UserCallbackName };

/** One line of the list. */
export interface CatalogueItem {
  readonly choice: Choice;
  readonly sdkName: string;
  /** Slot of a function, number of a callback. */
  readonly number: number;
}

export interface CatalogueGroup {
  readonly title: string;
  readonly items: readonly CatalogueItem[];
}

const groupTitles: Readonly<Record<FunctionGroup, string>> = {
  account: 'Account',
  tickets: 'Tickets and sessions',
  encryptedTickets: 'Encrypted tickets',
  badges: 'Level and badges',
  store: 'Store and market',
  duration: 'Duration control',
  voice: 'Voice',
  gameServer: 'Game servers (old)',
};

/** Every function by group, then every callback. */
const catalogue: readonly CatalogueGroup[] = [
  ...(Object.keys(groupTitles) as FunctionGroup[]).map((group) => ({
    title: groupTitles[group],
    items: userFunctionNames
      .filter((name) => userFunctions[name].group === group)
      .map((name) => functionItem(name)),
  })),
  { title: 'Callbacks and call results', items: userCallbackNames.map((name) => callbackItem(name)) },
];

function functionItem(name: UserFunctionName): CatalogueItem {
  const { sdkName, slot } = userFunctions[name];
  return { choice: { kind: 'function', name }, sdkName, number: slot };
}

function callbackItem(name: UserCallbackName): CatalogueItem {
  const { sdkName, id } = userCallbacks[name];
  return { choice: { kind: 'callback', name }, sdkName, number: id };
}

/**
 * The groups with what fits every word: part of a name here or in the SDK or of the group’s title, or all of a slot or
 * number. Groups without anything are left out.
 */
export function searchCatalogue(text: string): readonly CatalogueGroup[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return catalogue;
  return catalogue
    .map(({ title, items }) => ({ title, items: items.filter((item) => fits(item, title, words)) }))
    .filter(({ items }) => items.length > 0);
}

function fits({ choice, sdkName, number }: CatalogueItem, title: string, words: readonly string[]): boolean {
  const searched = `${choice.name} ${sdkName} ${title}`.toLowerCase();
  return words.every((word) => (/^\d+$/.test(word) ? Number(word) === number : searched.includes(word)));
}

export function isSameChoice(one: Choice, other: Choice): boolean {
  return one.kind === other.kind && one.name === other.name;
}
