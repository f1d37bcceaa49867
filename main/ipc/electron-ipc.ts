import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { contract, type BenchContract } from '../../app/ipc/contract.ts';
import { channelOf } from '../../app/ipc/define.ts';
import { commandChannels, type Dispatch, type Publish } from '../../app/ipc/serve.ts';
import { fail } from '../../app/outcome.ts';

/** Serves every command of the contract: first who asked, then the payload, then the work. */
export function serveOverElectron(dispatchFor: (event: IpcMainInvokeEvent) => Dispatch | undefined): void {
  for (const channel of commandChannels(contract)) {
    ipcMain.handle(channel, (event, payload: unknown) => {
      const dispatch = dispatchFor(event);
      return dispatch === undefined ? fail('bad-sender') : dispatch(channel, payload);
    });
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
