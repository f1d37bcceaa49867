import type { Failure } from '../../../../app/outcome.ts';
import type { TakeCard } from '../../../../app/voice/voice.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';

export interface RemoveTakeProps {
  readonly take: TakeCard;
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asks before a take is deleted. */
export function RemoveTake({ take, failure, isBusy, onKeep, onRemove }: RemoveTakeProps) {
  return (
    <Dialog
      title={`Remove “${take.name}”?`}
      isOpen
      onClose={onKeep}
      summary="Its sound, its packets and its figures are deleted from the disk. What was exported stays."
      actions={
        <>
          <Button onClick={onKeep}>Keep it</Button>
          <Button kind="danger" isBusy={isBusy} onClick={onRemove}>
            Remove
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailureNote failure={failure} />}
    </Dialog>
  );
}
