/**
 * C types of the flat functions, by the names that the foreign function interface takes.
 *
 * `pointer` is an address, or memory of ours that the function reads or fills; `text` is NUL-terminated UTF-8.
 */
export interface FlatInputs {
  bool: boolean;
  int32: number;
  uint32: number;
  uint16: number;
  uint64: bigint;
  text: string | null;
  pointer: Pointer | Uint8Array | Uint32Array | null;
}

/** What comes back. A 64-bit number is a bigint only where a number cannot hold it. */
export interface FlatOutputs {
  void: undefined;
  bool: boolean;
  int32: number;
  uint32: number;
  uint64: number | bigint;
  pointer: Pointer | null;
}

/** An address in this process; never zero, which is null. */
export type Pointer = bigint;

export type FlatInput = keyof FlatInputs;
export type FlatOutput = keyof FlatOutputs;

/** One exported function: its result and its parameters. */
export interface FlatSignature {
  readonly symbol: string;
  readonly result: FlatOutput;
  readonly parameters: readonly FlatInput[];
}

type Arguments<Parameters extends readonly FlatInput[]> = {
  -readonly [Index in keyof Parameters]: FlatInputs[Parameters[Index]];
};

/** The TypeScript function that a signature becomes. */
export type FlatFunction<Signature extends FlatSignature> = (
  ...args: Arguments<Signature['parameters']>
) => FlatOutputs[Signature['result']];

/** The functions of a table of signatures, by the keys of the table. */
export type FlatFunctions<Table extends Readonly<Record<string, FlatSignature>>> = {
  readonly [Name in keyof Table]: FlatFunction<Table[Name]>;
};
