export declare const defaultOutput: string;
export declare function buildSteamClientDouble(options?: {
  readonly output?: string;
  readonly log?: (line: string) => void;
}): string;
