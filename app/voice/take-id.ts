/** The id of a take that begins then; `random` are eight digits of hex. */
export function takeIdOf(at: number, random: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[^\d]/g, '')}-${random}`;
}

/** When the take of that id began, to the second; undefined where the bench did not make the id. */
export function timeOfTakeId(id: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]{8}$/.exec(id)?.slice(1) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isFinite(at) ? at : undefined;
}
