import type {
  MediaAccessPermissionRequest,
  PermissionCheckHandlerHandlerDetails,
  PermissionRequest,
  WebContents,
} from 'electron';

/** One of our windows, as far as its page’s permissions go. */
export interface PermittedWindow {
  /** Whether its page asked to feed the simulated microphone from this machine’s. */
  mayUseMicrophone(): boolean;
}

export interface PagePermissionParts {
  readonly pageOrigin: string;
  /** Our window that shows these contents. */
  readonly windowOf: (contents: WebContents) => PermittedWindow | undefined;
}

/** What Electron asks before it lets a page at something of the system. Everything is denied but two things of sound. */
export interface PagePermissions {
  /** The page asks for something now: the microphone, where its window may. */
  isGranted(contents: WebContents | null, permission: string, details: RequestDetails): boolean;
  /**
   * Chromium looks whether the page has something already: the names of the microphones, where its window may use
   * one, and those of the audio outputs, which is also what choosing one needs.
   */
  isHeld(
    contents: WebContents | null,
    permission: string,
    requestingOrigin: string,
    details: PermissionCheckHandlerHandlerDetails,
  ): boolean;
}

type RequestDetails = PermissionRequest & Pick<MediaAccessPermissionRequest, 'mediaTypes' | 'securityOrigin'>;

export function createPagePermissions({ pageOrigin, windowOf }: PagePermissionParts): PagePermissions {
  /** Origins come with a slash at their end, without one, or as the page’s address. */
  const isOwn = (url: string | undefined): boolean =>
    url !== undefined && (url === pageOrigin || url.startsWith(`${pageOrigin}/`));
  const isOwnOrMissing = (url: string | undefined): boolean => url === undefined || isOwn(url);

  /** Our window, where its own page asks in its main frame. */
  const asking = (
    contents: WebContents | null,
    {
      isMainFrame,
      requestingUrl,
      securityOrigin,
    }: Omit<RequestDetails, 'requestingUrl'> & {
      readonly requestingUrl?: string;
    },
  ): PermittedWindow | undefined =>
    contents !== null && isMainFrame && isOwn(requestingUrl) && isOwnOrMissing(securityOrigin)
      ? windowOf(contents)
      : undefined;

  return {
    isGranted(contents, permission, details) {
      const [first, ...others] = details.mediaTypes ?? [];
      // A screen’s or a window’s sound comes with no type or with more than this one.
      const isSoundOnly = first === 'audio' && others.length === 0;
      return permission === 'media' && isSoundOnly && asking(contents, details)?.mayUseMicrophone() === true;
    },
    isHeld(contents, permission, requestingOrigin, details) {
      if (!isOwn(requestingOrigin) || !isOwnOrMissing(details.embeddingOrigin)) return false;
      const window = asking(contents, details);
      if (permission === 'speaker-selection') return window !== undefined;
      return permission === 'media' && details.mediaType === 'audio' && window?.mayUseMicrophone() === true;
    },
  };
}
