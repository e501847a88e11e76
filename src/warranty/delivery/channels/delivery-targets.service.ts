import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import type { Letter, LetterContents, Sending } from '../../../outbox/letter.js';
import { addressesOf, type DeliverySettings } from '../delivery-settings.js';
import { VendorSecrets } from '../vendor-secrets.service.js';

/** A server that gets a file, and what opens it. */
export interface DeliveryTarget<S extends DeliverySettings> {
  settings: S;
  vendorId: string;
  sequence: number;
  secrets: VendorSecrets;
  /** Whether it may be inside a private network. */
  allowsPrivate: boolean;
}

/** A file as it goes out. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Finds the servers of vendors for the letters that carry batches. */
@Injectable()
export class DeliveryTargets {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly secrets: VendorSecrets,
  ) {}

  /** @returns a refusal where the vendor gets its files in another way or elsewhere by now */
  async of<By extends DeliverySettings['by']>(
    { districtId, subjectId, address }: Letter,
    by: By,
  ): Promise<DeliveryTarget<Extract<DeliverySettings, { by: By }>> | Sending> {
    const [row] = await this.source.query<
      { settings: DeliverySettings | null; vendorId: string; sequence: number }[]
    >(
      `SELECT b.vendor_id AS "vendorId", b.sequence, x.settings
         FROM claim_batches b
         LEFT JOIN vendor_deliveries x ON x.district_id = $1 AND x.vendor_id = b.vendor_id
        WHERE b.district_id = $1 AND b.id = $2`,
      [districtId, subjectId],
    );
    if (!row?.settings || !isBy(row.settings, by) || !addressesOf(row.settings).includes(address))
      return {
        outcome: 'refused_for_good',
        answer: 'The vendor gets its files elsewhere by now. Send the batch again.',
      };
    const { vendorId, sequence, settings } = row;
    const allowsPrivate = this.settings.DELIVER_TO_PRIVATE_ADDRESSES === 'yes';
    return { settings, vendorId, sequence, secrets: this.secrets, allowsPrivate };
  }
}

export async function fileIn({ attachments: [file] }: LetterContents): Promise<OutgoingFile> {
  if (!file) throw new Error('a letter without its file');
  return { name: file.fileName, mediaType: file.mediaType, bytes: await buffer(file.open()) };
}

function isBy<By extends DeliverySettings['by']>(
  settings: DeliverySettings,
  by: By,
): settings is Extract<DeliverySettings, { by: By }> {
  return settings.by === by;
}
