const answerLimitMs = 5000;
const usualHost = 'https://github.com/';

/** The variables by which electron-builder and the `electron` package are told of another place, in their order. */
const electronMirrors = ['npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR', 'ELECTRON_MIRROR'];
const toolMirrors = [
  'NPM_CONFIG_ELECTRON_BUILDER_BINARIES_MIRROR',
  'npm_config_electron_builder_binaries_mirror',
  'ELECTRON_BUILDER_BINARIES_MIRROR',
];
const proxies = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/**
 * Asks, before minutes are spent, whether the places answer from which a package's parts are downloaded.
 *
 * @param {{ electron: boolean, tools: boolean }} needed
 * @returns {Promise<string[]>} the hosts that do not answer; none behind a proxy, which only the downloads go through
 */
export async function hostsOutOfReach({ electron, tools }) {
  if (proxies.some((name) => process.env[name])) return [];
  const places = [...(electron ? [place(electronMirrors)] : []), ...(tools ? [place(toolMirrors)] : [])];
  const origins = [...new Set(places.map((url) => new URL(url).origin))];
  const answers = await Promise.all(origins.map(doesAnswer));
  return origins.filter((_, index) => !answers[index]).map((origin) => new URL(origin).host);
}

/** @param {readonly string[]} variables */
function place(variables) {
  const named = variables.map((name) => process.env[name]).find((url) => url && URL.canParse(url));
  return named ?? usualHost;
}

/** @param {string} origin any answer will do, also a refusal: the host is there */
async function doesAnswer(origin) {
  try {
    await fetch(origin, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(answerLimitMs) });
    return true;
  } catch {
    return false;
  }
}
