import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Refusal } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import type {
  ActionRefusal,
  ActionRows,
  ActionScan,
  ScanAction,
  Words,
} from '../../scanning/actions/scan-action.js';
import { Steps } from '../../steps/steps.service.js';
import { giveBackIncidents } from '../pools/pool-incidents.js';
import { FAULT_CATEGORIES, type FaultCategory } from './claim.entity.js';
import { ClaimOpenings, type NewClaim } from './claim-openings.js';
import { CLAIM_STEPS } from './claim-steps.js';

const CATEGORY_WORDS: Record<FaultCategory, Words> = {
  screen: { en: 'Screen', es: 'Pantalla' },
  keyboard: { en: 'Keyboard', es: 'Teclado' },
  trackpad: { en: 'Trackpad', es: 'Panel táctil' },
  battery: { en: 'Battery', es: 'Batería' },
  power: { en: 'Doesn’t turn on', es: 'No enciende' },
  charging_port: { en: 'Charging port', es: 'Puerto de carga' },
  hinge: { en: 'Hinge', es: 'Bisagra' },
  case: { en: 'Case', es: 'Carcasa' },
  camera: { en: 'Camera', es: 'Cámara' },
  audio: { en: 'Sound', es: 'Sonido' },
  storage: { en: 'Storage', es: 'Almacenamiento' },
  mainboard: { en: 'Motherboard', es: 'Tarjeta madre' },
  network: { en: 'Network', es: 'Red' },
  liquid: { en: 'Liquid damage', es: 'Daño por líquido' },
  software: { en: 'Software', es: 'Software' },
  other: { en: 'Other', es: 'Otra' },
};

/** A technician scans broken devices, and each gets a claim as a draft. */
@Injectable()
export class ClaimScanAction implements ScanAction, ActionRows {
  readonly name = 'claim';
  readonly label = { en: 'Start a claim', es: 'Iniciar un reclamo' };
  readonly help = {
    en: 'Start a warranty claim for a broken device. It goes to repair, and the claim is saved as a draft.',
    es: 'Inicia un reclamo de garantía para un dispositivo dañado. El dispositivo pasa a reparación y el reclamo se guarda como borrador.',
  };
  readonly done = { en: 'Claim started', es: 'Reclamo iniciado' };
  readonly permission = 'warranty:edit';
  readonly fromAnywhere = false;
  readonly fields = ['site', 'note'] as const;
  readonly required = [] as const;
  readonly questions = [
    {
      name: 'category',
      label: { en: 'What is broken', es: 'Qué está dañado' },
      choices: FAULT_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] })),
      isRequired: true,
    },
    {
      name: 'cause',
      label: { en: 'Cause', es: 'Causa' },
      choices: [
        { value: 'defect', label: { en: 'Defect', es: 'Defecto' } },
        { value: 'accident', label: { en: 'Accident', es: 'Accidente' } },
      ],
      isRequired: true,
    },
  ] as const;
  readonly changesPlace = false;
  readonly statusAfter = 'in_repair';
  readonly rows = this;

  constructor(
    private readonly openings: ClaimOpenings,
    private readonly devices: DeviceChanges,
    private readonly steps: Steps,
  ) {}

  change(): { status: 'in_repair' } {
    return { status: 'in_repair' };
  }

  async judge(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]> {
    const openings = await this.openings.judge(tx, scope, scans.map(claimOf));
    return openings.map(({ refusal }) =>
      refusal ? { code: refusal.code, detail: refusal.message, waits: true } : null,
    );
  }

  async write(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<void> {
    await this.openings.write(tx, scope, await this.openings.judge(tx, scope, scans.map(claimOf)));
  }

  /** A draft is cancelled. What went on since stays, because a vendor may know of it. */
  async takeBack(tx: Tx, scope: Scope, { scanId }: { scanId: string }): Promise<string | null> {
    const [claim] = await tx.query<{ state: string; number: string; resubmissions: number }[]>(
      `SELECT state, number, resubmissions FROM claims WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [scope.districtId, scanId],
    );
    if (!claim || claim.state === 'cancelled') return null;
    // A vendor that has seen it once may have it again as a draft.
    if (claim.state !== 'draft' || claim.resubmissions > 0)
      return `The claim ${claim.number} has gone on since, so it stays as it is. Its page shows what you can do.`;
    try {
      const asked = { id: scanId, step: 'cancel', note: 'The scan was undone.' };
      await this.steps.takeWithin(tx, scope, CLAIM_STEPS, asked, {
        prepare: () => ({ set: { endedAt: tx.at } }),
      });
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
    await this.devices.lift(tx, scope, 'claim', [scanId]);
    await giveBackIncidents(tx, scope.districtId, [scanId]);
    return null;
  }
}

/** The scan's id is the claim's, so that a scan that is sent twice opens one claim. */
function claimOf({ scanId, device, said, effectiveAt }: ActionScan): NewClaim {
  const category = (said.answers?.['category'] ?? 'other') as FaultCategory;
  return {
    id: scanId,
    device,
    vendorId: null,
    category,
    isAccidental: said.answers?.['cause'] === 'accident',
    observed: said.note?.trim() || CATEGORY_WORDS[category].en,
    tried: null,
    noticedAt: effectiveAt,
  };
}
