import { useState } from 'react';
import { isAddressText } from '../../../../app/steam/address.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { enumOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

/** EDenyReason Generic. */
const GENERIC = 2;

const reasons = enumOptions('EDenyReason');

/** Steam tells the game to leave a server. */
export function ServerDenyEvent({ raise, appId }: { readonly raise: Raise; readonly appId: number }) {
  const [reason, setReason] = useState(GENERIC);
  const [ip, setIp] = useState('203.0.113.10');
  const [serverPort, setServerPort] = useState<number | undefined>(27015);
  const [isSecure, setIsSecure] = useState(true);
  const isAddress = isAddressText(ip);
  return (
    <FormSection title="Game server denies the player" note="Ends a legacy connection to that server.">
      <SelectField label="Reason of the denial" value={reason} options={reasons} onChange={setReason} />
      <div className={styles['fields']}>
        <TextField
          label="Address of the server"
          value={ip}
          onChange={setIp}
          isMono
          maxLength={15}
          error={isAddress ? undefined : 'A dotted IPv4 address.'}
        />
        <NumberField
          label="Port of the server"
          value={serverPort}
          minimum={0}
          maximum={65535}
          onChange={setServerPort}
        />
      </div>
      <div className={styles['buttons']}>
        <Button
          disabled={!isAddress || serverPort === undefined}
          onClick={() => {
            if (!isAddress || serverPort === undefined) return;
            raise({ kind: 'clientGameServerDeny', appId, ip, serverPort, secure: isSecure ? 1 : 0, reason });
          }}
        >
          Deny
        </Button>
        <div className={styles['switchCell']}>
          <Switch label="Secure server" isOn={isSecure} onChange={setIsSecure} />
        </div>
      </div>
    </FormSection>
  );
}
