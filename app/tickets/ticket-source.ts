import * as z from 'zod/mini';

/** Longest ticket that is looked at: far above any that Steam gives. */
export const LARGEST_TICKET_BYTES = 64 * 1024;

const tooLong = `must be at most ${LARGEST_TICKET_BYTES} bytes`;

/** Which ticket is meant: one of the book, text as it was pasted (hex or Base64), or bytes of a file that was dropped. */
export const TicketSource = z.union(
  [
    z.strictObject({ number: z.int().check(z.minimum(1)) }),
    // Base64 and hex with white space stay below it.
    z.strictObject({
      text: z.string().check(z.maxLength(LARGEST_TICKET_BYTES * 4, 'is too long for a ticket')),
    }),
    z.strictObject({
      bytes: z
        .instanceof(Uint8Array)
        .check(z.refine((bytes) => bytes.length <= LARGEST_TICKET_BYTES, tooLong)),
    }),
  ],
  'must be { number }, { text } or { bytes }, of a ticket at most 64 KiB long',
);
export type TicketSource = z.infer<typeof TicketSource>;
