import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import type { ImportContext, RowOutcome, UndoException } from '../../../imports/import-kind.js';
import { lockSubjects } from '../../../steps/step-writes.js';
import { Steps } from '../../../steps/steps.service.js';
import { giveBackIncidents } from '../../pools/pool-incidents.js';
import { CLAIM_STEPS } from '../claim-steps.js';

/**
 * Takes back what an import of claims did. Drafts are cancelled, and their devices come back from repair. A claim that
 * somebody took on since stays, because a vendor may know of it.
 */
@Injectable()
export class ClaimImportUndo {
  constructor(
    private readonly steps: Steps,
    private readonly devices: DeviceChanges,
  ) {}

  async undo(
    tx: Tx,
    { scope, importId, changeSetId, undoes }: ImportContext,
    outcomes: readonly RowOutcome[],
  ): Promise<UndoException[]> {
    if (!undoes) throw new Error('an undo needs the change set that it undoes');
    const ids = outcomes.flatMap(({ outcome, targetId }) => (outcome === 'add' ? (targetId ?? []) : []));
    const claims = await lockSubjects(tx, scope, CLAIM_STEPS, ids);
    const left: UndoException[] = [];
    const drafts: string[] = [];
    for (const id of ids) {
      const claim = claims.get(id);
      if (!claim)
        left.push({ targetId: id, detail: 'The device is now at a site that is not one of yours.' });
      // A vendor that has seen it once may have it again as a draft.
      else if (claim.state === 'draft' && claim.resubmissions === 0) drafts.push(id);
      else if (claim.state !== 'cancelled')
        left.push({
          targetId: id,
          detail: `The claim ${claim.number} has gone on since the import, so it stays as it is.`,
        });
    }
    if (drafts.length === 0) return left;
    const asked = drafts.map((id) => ({ id, step: 'cancel', note: 'The import was undone.' }));
    const taken = await this.steps.takeAllWithin(tx, scope, CLAIM_STEPS, asked, {
      prepare: () => ({ set: { endedAt: tx.at } }),
    });
    const cancelled: string[] = [];
    for (const [i, { refusal }] of taken.entries()) {
      const id = drafts[i] as string;
      if (refusal) left.push({ targetId: id, detail: refusal.message });
      else cancelled.push(id);
    }
    await this.devices.lift(tx, scope, 'claim', cancelled);
    await giveBackIncidents(tx, scope.districtId, cancelled);
    const claimOf = new Map(cancelled.map((id) => [claims.get(id)?.deviceId ?? '', id]));
    const stays = await this.devices.undoAll(tx, scope, { id: changeSetId, undoes, subjectId: importId }, [
      ...claimOf.keys(),
    ]);
    for (const { targetId, detail } of stays)
      left.push({
        targetId: claimOf.get(targetId) ?? targetId,
        detail: `The claim was cancelled, but its device stays as it is. ${detail}`,
      });
    return left;
  }
}
