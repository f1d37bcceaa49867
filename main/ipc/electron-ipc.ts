import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { contract, type BenchContract } from '../../app/ipc/contract.ts';
import { channelOf } from '../../app/ipc/define.ts';
import {
  commandChannels,
  createDispatch,
  type Handlers,
  type Publish,
  type ReportBug,
} from '../../app/ipc/serve.ts';
import { fail } from '../../app/outcome.ts';

/** Serves every command of the contract: first who asked, then the payload, then the work. */
export function serveOverElectron(
  handlers: Handlers<BenchContract>,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  reportBug: ReportBug,
): void {
  const dispatch = createDispatch(contract, handlers, reportBug);
  for (const channel of commandChannels(contract)) {
    ipcMain.handle(channel, (event, payload: unknown) =>
      isTrusted(event) ? dispatch(channel, payload) : fail('bad-sender'),
    );
  }
}

/** Publishes events to the page, where there is one that can listen. */
export function publishOverElectron(contents: () => WebContents | undefined): Publish<BenchContract> {
  return (feature, member, payload) => {
    const target = contents();
    if (target === undefined || target.isDestroyed() || target.isCrashed()) return;
    target.send(channelOf(feature, member), payload);
  };
}
