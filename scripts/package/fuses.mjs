// How the wire spells the two states.
const fuseOn = '1'.charCodeAt(0);
const fuseOff = '0'.charCodeAt(0);

/** What a package must never be able to do, whatever electron-builder.yml says. */
const requiredFuses = /** @type {const} */ ({
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
});

/**
 * Reads the fuses back from a packaged app. Fails unless they are those of a release.
 *
 * @param {string} app the executable, or on macOS the .app folder
 * @param {{ hasInspector: boolean }} options whether this one is for tests, which drive it through the inspector
 */
export async function requireFuses(app, { hasInspector }) {
  // Not at the top: this is an npm package, and set-up begins without any.
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(app);
  const expected = { ...requiredFuses, EnableNodeCliInspectArguments: hasInspector };
  const wrong = Object.entries(expected).filter(
    ([name, isOn]) => wire[FuseV1Options[name]] !== (isOn ? fuseOn : fuseOff),
  );
  if (wrong.length === 0) return;
  const list = wrong.map(([name, isOn]) => `${name} has to be ${isOn ? 'on' : 'off'}`).join(', ');
  throw new Error(`The fuses of ${app} are wrong: ${list}.`);
}
