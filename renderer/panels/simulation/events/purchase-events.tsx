import { useState } from 'react';
import { isUint64Text } from '../../../../app/steam/uint64.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Raise } from './raise.ts';

const LARGEST_APP_ID = 0xffffffff;

/** The answer of a user to a purchase that the game's server started. */
export function PurchaseEvents({ raise, appId }: { readonly raise: Raise; readonly appId: number }) {
  const [app, setApp] = useState<number | undefined>(appId);
  const [orderId, setOrderId] = useState('1000001');
  const isOrder = isUint64Text(orderId);
  const answer = (authorized: boolean): void => {
    if (app !== undefined && isOrder) raise({ kind: 'microtransaction', appId: app, orderId, authorized });
  };
  return (
    <FormSection title="Micro-transaction">
      <div className={styles['fields']}>
        <NumberField
          label="App id of the purchase"
          value={app}
          minimum={0}
          maximum={LARGEST_APP_ID}
          onChange={setApp}
        />
        <TextField
          label="Order id"
          value={orderId}
          onChange={setOrderId}
          isMono
          maxLength={20}
          error={isOrder ? undefined : 'An unsigned 64-bit number.'}
        />
      </div>
      <div className={styles['buttons']}>
        <Button disabled={app === undefined || !isOrder} onClick={() => answer(true)}>
          User says yes
        </Button>
        <Button disabled={app === undefined || !isOrder} onClick={() => answer(false)}>
          User says no
        </Button>
      </div>
    </FormSection>
  );
}
