import { existsSync } from 'node:fs';
import type * as Koffi from 'koffi';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { bufferFunctions, libraryFunctions } from './flat-signatures.ts';
import type { FlatFunctions, FlatInputs, FlatOutputs, FlatSignature, Pointer } from './flat-types.ts';
import type { MeasureStruct } from './layout.ts';
import { plainFunctionNames, plainSignature, type PlainFunctions } from './plain-functions.ts';
import { withoutHome } from './places.ts';

/** Valve's library, ready to be called. */
export interface FlatLibrary extends FlatFunctions<typeof libraryFunctions> {
  readonly buffered: FlatFunctions<typeof bufferFunctions>;
  readonly plain: PlainFunctions;
  /** A copy of the bytes at an address. */
  copyBytes(from: Pointer, count: number): Uint8Array;
  /** The text at an address, up to its NUL; what is not UTF-8 becomes U+FFFD. */
  readText(from: Pointer): string;
  /** How C lays out a struct of these fields on this machine. */
  readonly measureStruct: MeasureStruct;
}

/** A library file, loaded; functions are declared from it by their signature. */
interface LoadedLibrary {
  readonly koffi: typeof Koffi;
  readonly declare: (signature: FlatSignature) => unknown;
}

/** Names of the C types as koffi spells them. */
const koffiTypes: Readonly<Record<keyof FlatInputs | keyof FlatOutputs, string>> = {
  void: 'void',
  bool: 'bool',
  int32: 'int32',
  uint32: 'uint32',
  uint16: 'uint16',
  uint64: 'uint64',
  text: 'str',
  pointer: 'void *',
};

/** A symbol that the library does not export: it is older than the bench was built for. */
class MissingSymbol extends Error {}

/**
 * Loads Valve's library and declares every function that the bench calls.
 *
 * The only file that knows koffi, which is loaded no earlier than here: it costs start-up time. Loading the file that
 * the addon of steamworks.js has loaded gives the same library with the same state, not a second one.
 * Errors: `library-missing`, `library-unloadable`.
 */
export async function openFlatLibrary(path: string): Promise<Outcome<FlatLibrary>> {
  const loaded = await load(path);
  if (!loaded.ok) return loaded;
  const { koffi, declare } = loaded.value;
  const declareAll = (table: Readonly<Record<string, FlatSignature>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(table).map(([name, signature]) => [name, declare(signature)]));
  try {
    const plain = Object.fromEntries(plainFunctionNames.map((name) => [name, declare(plainSignature(name))]));
    const library = {
      ...declareAll(libraryFunctions),
      buffered: declareAll(bufferFunctions),
      plain,
      copyBytes: (from: Pointer, count: number): unknown => koffi.decode(from, 'uint8', count),
      readText: (from: Pointer): string => koffi.decode.string(from),
      measureStruct: measureStructWith(koffi),
    };
    // The functions were declared from the same signatures as their types.
    return succeed(library as unknown as FlatLibrary);
  } catch (error) {
    if (error instanceof MissingSymbol) return symbolMissing(error.message);
    throw error;
  }
}

/** Loads the library and asks only whether Steam runs; nothing is initialised. */
export async function askIsSteamRunning(path: string): Promise<Outcome<boolean>> {
  const loaded = await load(path);
  if (!loaded.ok) return loaded;
  try {
    const ask = loaded.value.declare(libraryFunctions.isSteamRunning) as () => boolean;
    return succeed(ask());
  } catch (error) {
    if (error instanceof MissingSymbol) return symbolMissing(error.message);
    throw error;
  }
}

async function load(path: string): Promise<Outcome<LoadedLibrary>> {
  if (!existsSync(path)) {
    return fail(
      'library-missing',
      `There is no ${withoutHome(path)}.`,
      'Install the bench again: a file of it is missing.',
    );
  }
  try {
    const koffi = await import('koffi');
    const library = koffi.load(path);
    return succeed({
      koffi,
      declare: ({ symbol, result, parameters }) => {
        try {
          return library.func(
            symbol,
            koffiTypes[result],
            parameters.map((type) => koffiTypes[type]),
          );
        } catch {
          throw new MissingSymbol(symbol);
        }
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      'library-unloadable',
      `${withoutHome(path)} does not load: ${withoutHome(reason)}`,
      'Install the bench again; on Linux check that it is the 64-bit build.',
    );
  }
}

function symbolMissing(symbol: string): Outcome<never> {
  return fail(
    'library-unloadable',
    `The Steam library does not export ${symbol}: it is not the version that the bench was built for.`,
    'Use the library that comes with the bench: install it again.',
  );
}

/** How C lays out structs here, as koffi knows it. */
function measureStructWith(koffi: typeof Koffi): MeasureStruct {
  return (fields, packing) => {
    const members = fields.map(({ name, type, length }) => {
      const base = koffi.type(type === 'pointer' ? 'void *' : type);
      const member = length === undefined ? base : koffi.array(base, length);
      return [name, [Math.min(packing, base.alignment), member]] as const;
    });
    const struct = koffi.struct(Object.fromEntries(members) as Parameters<typeof koffi.struct>[0]);
    return {
      size: koffi.sizeof(struct),
      offsets: Object.fromEntries(fields.map(({ name }) => [name, koffi.offsetof(struct, name)])),
    };
  };
}
