import { Activity, useState, type ComponentType } from 'react';
import { PanelPage } from '../../ui/panel-page.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { PanelBody } from '../panel-body.tsx';
import { showPart, ticketParts, useChosenPart, useOpenings, type PartName } from './chosen-part.ts';
import { DecodePart } from './decode/decode-part.tsx';
import { EncryptedPart } from './encrypted/encrypted-part.tsx';
import { IssuedPart } from './issued/issued-part.tsx';
import { SessionsPart } from './sessions/sessions-part.tsx';
import { WalkThroughPart } from './walk-through/walk-through-part.tsx';
import { WebApiPart } from './web-api/web-api-part.tsx';

interface Part {
  /** What to know before one uses it, in a sentence. */
  readonly summary: string;
  readonly Part: ComponentType;
}

const parts: Readonly<Record<PartName, Part>> = {
  issued: {
    summary: 'Send a ticket only after Steam’s callback has confirmed it: until then a server may refuse it.',
    Part: IssuedPart,
  },
  sessions: {
    summary: 'A session has two halves: what BeginAuthSession answers at once, and Steam’s verdict later.',
    Part: SessionsPart,
  },
  decode: {
    summary: 'What a ticket says of itself proves nothing until Steam has verified it.',
    Part: DecodePart,
  },
  walkThrough: {
    summary: 'The whole flow in one go: issue, confirm, begin, verdict, licence, cancel, end.',
    Part: WalkThroughPart,
  },
  encrypted: {
    summary: 'A backend that has the app’s key reads it without asking Steam. One request in 60 seconds.',
    Part: EncryptedPart,
  },
  webApi: {
    summary: 'Asks Steam’s web API about a ticket, as a backend would, and explains the answer.',
    Part: WebApiPart,
  },
};

const options = ticketParts.map(({ name, label }) => ({ value: name, label }));

/** Auth tickets, from their issue to their end, and everything that checks them. */
export function TicketsPanel() {
  const chosen = useChosenPart();
  const openings = useOpenings();
  const [visited, setVisited] = useState<readonly PartName[]>([chosen]);
  if (!visited.includes(chosen)) setVisited([...visited, chosen]);
  return (
    <PanelPage title="Auth tickets" summary={parts[chosen].summary}>
      <PanelBody>
        {/* Six parts have no room beside the title in a small window. */}
        <SegmentedControl
          label="Part of the tickets panel"
          isLabelHidden
          value={chosen}
          options={options}
          onChange={(part) => showPart(part)}
        />
        {/* What was typed in a part is there again when one comes back to it. */}
        {visited.map((name) => {
          const { Part } = parts[name];
          return (
            <Activity key={`${name} ${openings[name] ?? 0}`} mode={name === chosen ? 'visible' : 'hidden'}>
              <Part />
            </Activity>
          );
        })}
      </PanelBody>
    </PanelPage>
  );
}
