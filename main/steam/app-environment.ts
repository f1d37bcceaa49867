/** The variables by which Valve's library and the Steam client learn as which app a process runs. */
const variables = ['SteamAppId', 'SteamGameId'] as const;

/**
 * Names the app to Steam until the returned function is called.
 *
 * Steam reads the process's real environment, at connecting and later, so the variables stay as long as the connection;
 * afterwards what the user had set is back, for the next connection and for the init doctor.
 */
export function nameAppInEnvironment(
  appId: number,
  environment: NodeJS.ProcessEnv = process.env,
): () => void {
  const before = variables.map((name) => [name, environment[name]] as const);
  for (const name of variables) environment[name] = String(appId);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(environment, name);
      else environment[name] = value;
    }
  };
}
