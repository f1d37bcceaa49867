import { TextField } from '../../ui/text-field.tsx';
import styles from './servers.module.css';
import type { ServerForm } from './use-server-form.ts';

/** Which server, and where it is. */
export function ServerFields({ form }: { readonly form: ServerForm }) {
  const { draft, problems, doubt, change } = form;
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>
        <TextField
          label="Server id"
          value={draft.serverId}
          onChange={(text) => change('serverId', text)}
          error={problems.serverId}
          hint={doubt ?? 'Steam id of the game server.'}
          placeholder="90071992547409921"
          inputMode="numeric"
          maxLength={20}
          isMono
        />
      </div>
      <TextField
        label="IPv4 address"
        value={draft.serverIp}
        onChange={(text) => change('serverIp', text)}
        error={problems.serverIp}
        maxLength={15}
        isMono
      />
      <TextField
        label="Port"
        value={draft.serverPort}
        onChange={(text) => change('serverPort', text)}
        error={problems.serverPort}
        inputMode="numeric"
        maxLength={5}
        isMono
      />
    </div>
  );
}
