import { createHash, createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../common/time/clock.js';
import type { Channel, Letter, LetterContents, Sending } from '../../../outbox/letter.js';
import { Outbox } from '../../../outbox/outbox.service.js';
import { DeliveryTargets, fileIn } from './delivery-targets.service.js';
import { postFile } from './https-post.js';

/**
 * Posts files to vendors' servers, signed. The body is the file. `Rollcall-Signature` is `v1=` and the HMAC-SHA-256, in
 * hexadecimal digits, of the timestamp, a dot and the body, by the secret that both share.
 */
@Injectable()
export class HttpsChannel implements Channel, OnModuleInit {
  readonly name = 'https';
  readonly atOnce = 2;

  constructor(
    private readonly outbox: Outbox,
    private readonly targets: DeliveryTargets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.registerChannel(this);
  }

  unavailable(): undefined {
    return undefined;
  }

  async send(letter: Letter, contents: LetterContents, begin: () => Promise<void>): Promise<Sending> {
    const target = await this.targets.of(letter, 'https');
    if ('outcome' in target) return target;
    const { settings, vendorId, sequence, secrets, allowsPrivate } = target;
    const [secret] = await secrets.signingSecrets(letter.districtId, vendorId);
    if (secret === undefined)
      return {
        outcome: 'refused_for_good',
        answer: 'The vendor has no secret that signs its files. Set one.',
      };
    const { name, mediaType, bytes } = await fileIn(contents);
    const timestamp = Math.floor(this.clock.now().getTime() / 1000);
    const headers = {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      // The same for every attempt, so that a server that has the file already can say so.
      'idempotency-key': letter.subjectId,
      'rollcall-batch': String(sequence),
      'rollcall-sha256': createHash('sha256').update(bytes).digest('hex'),
      'rollcall-timestamp': String(timestamp),
      'rollcall-signature': `v1=${signatureOf(secret, timestamp, bytes)}`,
    };
    return postFile({ ...settings, headers, bytes, allowsPrivate }, begin);
  }
}

/** HMAC-SHA-256 over the timestamp, a dot and the body, in hexadecimal digits. @param timestamp seconds since 1970 */
export function signatureOf(secret: string, timestamp: number, body: Buffer): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}
