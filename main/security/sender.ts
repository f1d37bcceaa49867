import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** Whether a message comes from the main frame of a bench window that shows our own page. */
export function createSenderCheck(
  isBenchWindow: (contents: WebContents) => boolean,
  pageOrigin: string,
): (event: IpcMainInvokeEvent) => boolean {
  return ({ sender, senderFrame }) =>
    senderFrame !== null &&
    isBenchWindow(sender) &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${pageOrigin}/`);
}
