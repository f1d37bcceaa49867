import * as z from 'zod/mini';
import type { LimitsInForce } from './figures/assess.ts';
import { figureInfo, figureKeys, type FigureLimit } from './figures/figure-table.ts';

/** Either way from 0. */
export const LARGEST_LIMIT = 1e6;

const LimitEnd = z.optional(z.number().check(z.minimum(-LARGEST_LIMIT), z.maximum(LARGEST_LIMIT)));

const Limit = z.strictObject({ min: LimitEnd, max: LimitEnd }).check(
  z.refine(({ min, max }) => min !== undefined || max !== undefined, 'must have a lowest or a highest value'),
  z.refine(({ min, max }) => (min ?? -Infinity) <= (max ?? Infinity), 'must not end below its beginning'),
);

/**
 * Limits that the user set, by figure.
 *
 * A limit takes the place of the figure’s own as a whole; `null` switches it off; what is left out stays as the table
 * has it.
 */
export const TakeLimits = z.partialRecord(z.enum(figureKeys), z.nullable(Limit));

export type TakeLimits = Readonly<z.infer<typeof TakeLimits>>;

/** Limits from whatever a file held. Never fails: one bad limit costs that one alone. */
export function readTakeLimits(stored: unknown): TakeLimits {
  if (typeof stored !== 'object' || stored === null) return {};
  const found = new Map<string, unknown>(Object.entries(stored));
  const limits: z.infer<typeof TakeLimits> = {};
  for (const key of figureKeys) {
    const limit = z.nullable(Limit).safeParse(found.get(key));
    if (limit.success) limits[key] = limit.data;
  }
  return limits;
}

/** What a take is held against: the user’s limits over those of the table. */
export function limitsInForce(limits: TakeLimits): LimitsInForce {
  return Object.fromEntries(
    figureKeys.flatMap((key): (readonly [string, FigureLimit])[] => {
      const limit = limits[key] === undefined ? figureInfo(key).limit : limits[key];
      return limit === null || limit === undefined ? [] : [[key, limit]];
    }),
  );
}
