import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel, Letter, LetterContents, Sending } from '../../../outbox/letter.js';
import { Outbox } from '../../../outbox/outbox.service.js';
import { DeliveryTargets, fileIn } from './delivery-targets.service.js';
import { putFile } from './sftp-put.js';

/** Puts files on vendors' SFTP servers. */
@Injectable()
export class SftpChannel implements Channel, OnModuleInit {
  readonly name = 'sftp';
  readonly atOnce = 2;

  constructor(
    private readonly outbox: Outbox,
    private readonly targets: DeliveryTargets,
  ) {}

  onModuleInit(): void {
    this.outbox.registerChannel(this);
  }

  unavailable(): undefined {
    return undefined;
  }

  async send(letter: Letter, contents: LetterContents, begin: () => Promise<void>): Promise<Sending> {
    const target = await this.targets.of(letter, 'sftp');
    if ('outcome' in target) return target;
    const { settings, vendorId, secrets, allowsPrivate } = target;
    const { districtId } = letter;
    const privateKey = await secrets.open(districtId, vendorId, 'private_key');
    const password = await secrets.open(districtId, vendorId, 'password');
    const file = await fileIn(contents);
    return putFile({ ...settings, privateKey, password, allowsPrivate }, file, begin);
  }
}
