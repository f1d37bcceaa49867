import type { App, Session } from 'electron';
import type { PagePermissions } from './page-permissions.ts';

/** Denies by default what a page could ask of the system: permissions, devices, downloads, network. */
export function lockSession(
  session: Session,
  isAllowedUrl: (url: string) => boolean,
  permissions: PagePermissions,
): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(permissions.isGranted(contents, permission, details)),
  );
  session.setPermissionCheckHandler((...asked) => permissions.isHeld(...asked));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isAllowedUrl(request.url) }));
}

/** Denies navigation, new windows and embedded contents to every page that is ever made. */
export function lockContents(app: App, isAllowedUrl: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const refuse = (event: { preventDefault(): void; readonly url: string }): void => {
      if (!isAllowedUrl(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
