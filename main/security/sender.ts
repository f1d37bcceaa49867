import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** The bench window that a message comes from, where it comes from the main frame of one that shows our own page. */
export function createSenderCheck<Known>(
  benchWindowOf: (contents: WebContents) => Known | undefined,
  pageOrigin: string,
): (event: IpcMainInvokeEvent) => Known | undefined {
  return ({ sender, senderFrame }) =>
    senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${pageOrigin}/`)
      ? benchWindowOf(sender)
      : undefined;
}
