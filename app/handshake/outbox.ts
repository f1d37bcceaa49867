import { FINDINGS_A_MESSAGE, type WireFinding } from './messages.ts';

/** Findings wait for so long for others to travel with: a meeting that fills up would be a flood otherwise. */
const EVERY_MS = 200;

/** Findings on their way out; of two about the same players only the later one. */
export function createOutbox(send: (findings: readonly WireFinding[]) => void) {
  let waiting = new Map<string, WireFinding>();
  let sentAt = Number.NEGATIVE_INFINITY;
  return {
    put(finding: WireFinding): void {
      waiting.set(`${finding.verifier} ${finding.player}`, finding);
    },
    tick(now: number): void {
      if (waiting.size === 0 || now - sentAt < EVERY_MS) return;
      sentAt = now;
      const findings = [...waiting.values()];
      waiting = new Map();
      for (const portion of inPortions(findings)) send(portion);
    },
  };
}

/** As many findings as one message holds, until there are none left. */
export function inPortions(findings: readonly WireFinding[]): readonly (readonly WireFinding[])[] {
  const portions: (readonly WireFinding[])[] = [];
  for (let from = 0; from < findings.length; from += FINDINGS_A_MESSAGE)
    portions.push(findings.slice(from, from + FINDINGS_A_MESSAGE));
  return portions;
}
