import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../common/ids.js';
import { isTimeZone } from '../common/time/days-and-times.js';
import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { District } from './entities/district.entity.js';

explainConstraint(
  'districts_slug_unique',
  (slug) =>
    new Conflict(
      `There is already a district with the short name "${slug}". Choose another one.`,
      'DISTRICT_SLUG_TAKEN',
    ),
);

export interface NewDistrict {
  name: string;
  slug: string;
  timeZone: string;
}

/** Makes what a module keeps for each district. */
export type NewDistrictListener = (tx: Tx, districtId: string) => Promise<void>;

@Injectable()
export class DistrictsService {
  private readonly listeners: NewDistrictListener[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  create(input: NewDistrict): Promise<District> {
    return this.transactions.run((tx) => this.createWithin(tx, input));
  }

  /** Registers what a new district needs besides its row, in the transaction that makes it. */
  onDistrictMade(listener: NewDistrictListener): void {
    this.listeners.push(listener);
  }

  async createWithin(tx: Tx, input: NewDistrict): Promise<District> {
    if (!isTimeZone(input.timeZone))
      throw new InvalidInput(
        `"${input.timeZone}" is not a time zone. Use a name such as America/Los_Angeles.`,
        [
          {
            field: 'timeZone',
            code: 'UNKNOWN_TIME_ZONE',
            detail: 'Use an IANA name such as America/Los_Angeles.',
          },
        ],
      );
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.slug))
      throw new InvalidInput(
        `"${input.slug}" cannot be a short name. Use lower-case letters, digits and hyphens.`,
        [{ field: 'slug', code: 'BAD_SLUG', detail: 'Use lower-case letters, digits and hyphens.' }],
      );
    const district = tx.create(District, {
      id: newId(),
      fiscalYearStarts: 7,
      ...input,
      name: input.name.trim(),
    });
    await tx.insert(District, district);
    for (const listener of this.listeners) await listener(tx, district.id);
    return tx.findOneByOrFail(District, { id: district.id });
  }

  /** @throws NotFound where no district has this slug */
  async bySlug(slug: string): Promise<District> {
    const found = await this.source.manager.findOneBy(District, { slug });
    if (!found) throw new NotFound(`The district "${slug}"`, 'DISTRICT_NOT_FOUND');
    return found;
  }
}
