import { enums } from '../../../../app/steam/enums.ts';
import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { CommittedField } from '../committed-field.tsx';
import { CommittedNumber } from '../committed-number.tsx';
import styles from '../simulation.module.css';
import type { AccountChange } from '../use-simulator.ts';
import { timeFrom, timeText } from './time-text.ts';

type Market = SimulatedAccount['market'];

const LONGEST_DAYS = 10_000;

export interface MarketKnobsProps {
  readonly market: Market;
  readonly onChange: (change: AccountChange) => void;
}

/** Whether the account may use the market, and each reason why not. */
export function MarketKnobs({ market, onChange }: MarketKnobsProps) {
  const change = (part: Partial<Market>): void => onChange({ market: { ...market, ...part } });
  return (
    <>
      <div className={styles['verdictLine']}>
        <output aria-label="Market">
          {market.notAllowedReason === 0 ? 'Allowed' : `Not allowed, reasons ${market.notAllowedReason}`}
        </output>
        <Button
          kind="quiet"
          disabled={market.notAllowedReason === 0}
          onClick={() => change({ notAllowedReason: 0 })}
        >
          Clear reasons
        </Button>
      </div>
      <div className={styles['flags']} role="group" aria-label="Reasons why not">
        {enums.EMarketNotAllowedReasonFlags.map(({ value, name, meaning }) => (
          <Switch
            key={value}
            label={name}
            hint={meaning}
            isOn={(market.notAllowedReason & value) !== 0}
            onChange={(isOn) =>
              change({
                notAllowedReason: isOn ? market.notAllowedReason | value : market.notAllowedReason & ~value,
              })
            }
          />
        ))}
      </div>
      <div className={styles['fields']}>
        <CommittedField
          label="Allowed again at"
          value={timeText(market.allowedAtTime)}
          isMono
          maxLength={20}
          hint="UTC, such as 2027-01-31 12:00; empty for no time."
          problem={(text) => (timeFrom(text) === undefined ? 'Such as 2027-01-31 12:00.' : undefined)}
          onCommit={(text) => {
            const allowedAtTime = timeFrom(text);
            if (allowedAtTime !== undefined) change({ allowedAtTime });
          }}
        />
        <CommittedNumber
          label="Days of Steam Guard required"
          value={market.daysSteamGuardRequired}
          maximum={LONGEST_DAYS}
          onCommit={(daysSteamGuardRequired) => change({ daysSteamGuardRequired })}
        />
        <CommittedNumber
          label="Days until a new device may"
          value={market.daysNewDeviceCooldown}
          maximum={LONGEST_DAYS}
          onCommit={(daysNewDeviceCooldown) => change({ daysNewDeviceCooldown })}
        />
      </div>
    </>
  );
}
