/** What AdvertiseGame is told when one plays on no server any more: zeros. */
export const nowhere = { serverId: '0', serverIp: '0.0.0.0', serverPort: 0 } as const;

/** Whether this takes an advertisement back. */
export function isNowhere(place: {
  readonly serverId: string;
  readonly serverIp: string;
  readonly serverPort: number;
}): boolean {
  return (
    place.serverId === nowhere.serverId &&
    place.serverIp === nowhere.serverIp &&
    place.serverPort === nowhere.serverPort
  );
}
