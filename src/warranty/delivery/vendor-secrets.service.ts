import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { SecretBox } from '../../secrets/secret-box.js';
import { SECRET_KINDS, type SecretKind } from './delivery-settings.js';

/** A vendor needs some time to change to a new secret. Until then, its replies may be signed with the old one. */
const PREVIOUS_DAYS = 7;

interface SealedRow {
  sealed: Buffer;
  previousSealed: Buffer | null;
  previousUntil: Date | null;
}

/** Secrets that a vendor and the district share. The API never shows them. */
@Injectable()
export class VendorSecrets {
  constructor(
    private readonly source: DataSource,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * The secrets that a vendor's signature may be made with, the present one first. Files are signed with the first.
   * @returns none if the vendor has no signing secret
   * @throws UnreadableSecret where the key of this server does not open them
   */
  async signingSecrets(districtId: string, vendorId: string): Promise<string[]> {
    const row = await this.row(districtId, vendorId, 'signing');
    if (!row) return [];
    const about = aboutOf(districtId, vendorId, 'signing');
    const isOver = row.previousUntil === null || row.previousUntil <= this.clock.now();
    const sealed = row.previousSealed === null || isOver ? [row.sealed] : [row.sealed, row.previousSealed];
    return sealed.map((one) => this.box.open(one, about));
  }

  /** A secret in plain text, or undefined where there is none. @throws UnreadableSecret */
  async open(districtId: string, vendorId: string, kind: SecretKind): Promise<string | undefined> {
    const row = await this.row(districtId, vendorId, kind);
    return row && this.box.open(row.sealed, aboutOf(districtId, vendorId, kind));
  }

  /** Keeps a secret in place of the one before. @throws NoSecretsKey */
  async setWithin(tx: Tx, scope: Scope, vendorId: string, kind: SecretKind, text: string): Promise<void> {
    const { districtId, accountId } = scope;
    const sealed = this.box.seal(text, aboutOf(districtId, vendorId, kind));
    const previousUntil = new Date(tx.at.getTime() + PREVIOUS_DAYS * 86_400_000);
    await tx.query(
      `INSERT INTO vendor_secrets AS x (district_id, vendor_id, kind, sealed, set_at, set_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (district_id, vendor_id, kind) DO UPDATE
         SET sealed = excluded.sealed, set_at = excluded.set_at, set_by = excluded.set_by,
             previous_sealed = CASE WHEN x.kind = 'signing' THEN x.sealed END,
             previous_until = CASE WHEN x.kind = 'signing' THEN $7::timestamptz END`,
      [districtId, vendorId, kind, sealed, tx.at, accountId, previousUntil],
    );
  }

  private async row(districtId: string, vendorId: string, kind: SecretKind): Promise<SealedRow | undefined> {
    const [row] = await this.source.query<SealedRow[]>(
      `SELECT sealed, previous_sealed AS "previousSealed", previous_until AS "previousUntil"
         FROM vendor_secrets WHERE district_id = $1 AND vendor_id = $2 AND kind = $3`,
      [districtId, vendorId, kind],
    );
    return row;
  }
}

/** SQL of when each secret of a vendor `v` was set, as an object by kind. */
export const SECRETS_SET = `jsonb_build_object(${SECRET_KINDS.map(
  (kind) => `'${kind}', (SELECT x.set_at FROM vendor_secrets x
     WHERE x.district_id = $1 AND x.vendor_id = v.id AND x.kind = '${kind}')`,
).join(', ')})`;

/** A sealed secret that is moved to another vendor or kind does not open there. */
function aboutOf(districtId: string, vendorId: string, kind: SecretKind): string {
  return `vendor-${kind} ${districtId} ${vendorId}`;
}
