import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../access/scope.js';
import { type BusinessHours, openMinutesAWeek } from '../calendar/business-hours.js';
import { definedFields } from '../common/defined-fields.js';
import { StaleVersion } from '../common/http/etag.js';
import { newId } from '../common/ids.js';
import { Transactions } from '../database/transactions.js';
import type { Statements, Tx } from '../database/tx.js';
import { keyOfName } from './vendor-key.js';
import { Vendor } from './vendor.entity.js';
import type { NewVendorBody, VendorChangeBody } from './vendors.dto.js';
import { inactiveVendor, keyMissing, nameTaken, promiseTooLong, unknownVendor } from './vendors.errors.js';
import { VendorsQueries, type VendorView } from './vendors.queries.js';

type Said = Partial<
  Omit<Vendor, 'districtId' | 'id' | 'key' | 'version' | 'replyWordsVersion' | 'createdAt' | 'updatedAt'>
>;

/** What the clocks of claims go by. */
const PROMISES = ['timeZone', 'hours', 'closedOn', 'acknowledgeWithinHours', 'resolveWithinHours'] as const;

type PromisesListener = (
  tx: Tx,
  scope: Scope,
  before: VendorView,
  after: Pick<Vendor, (typeof PROMISES)[number]>,
) => Promise<void>;

/** What a request says of how claims reach a vendor. */
export type SaidOfDelivery = Pick<VendorChangeBody, 'layout' | 'delivery'>;

type DeliveryListener = (tx: Tx, scope: Scope, vendorId: string, said: SaidOfDelivery) => Promise<void>;

/** Monday to Friday. */
const USUAL_HOURS: BusinessHours['hours'] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: '08:00',
  closes: '17:00',
}));

/** Organizations that a district deals with, as people add and change them. */
@Injectable()
export class Vendors {
  private readonly listeners: PromisesListener[] = [];
  private readonly deliveryListeners: DeliveryListener[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly queries: VendorsQueries,
  ) {}

  /** Call this in `onModuleInit`: hears of a vendor whose hours or promises change, in the transaction that does it. */
  onPromisesChange(listener: PromisesListener): void {
    this.listeners.push(listener);
  }

  /** Call this in `onModuleInit`: keeps what requests say of layouts and deliveries, in the transaction of the vendor. */
  onDelivery(listener: DeliveryListener): void {
    this.deliveryListeners.push(listener);
  }

  /** @throws InvalidInput for business hours that contradict themselves */
  async create(scope: Scope, body: NewVendorBody): Promise<VendorView> {
    const key = body.key ?? keyOfName(body.name);
    if (key === '') throw keyMissing(body.name);
    const id = newId();
    const said = { timeZone: scope.timeZone, hours: USUAL_HOURS, closedOn: [], ...saidIn(body) };
    assertPromises({ acknowledgeWithinHours: null, resolveWithinHours: null, ...said });
    await this.transactions.run(async (tx) => {
      // PostgreSQL would name the key first, which the caller may never have seen.
      if (await hasName(tx, scope.districtId, body.name)) throw nameTaken();
      const at = { createdAt: tx.at, updatedAt: tx.at };
      await tx.insert(Vendor, { districtId: scope.districtId, id, key, ...said, ...at });
      await this.tellOfDelivery(tx, scope, id, body);
    });
    return this.queries.find(scope, id);
  }

  /**
   * Fields that are left out stay as they are.
   * @param version null for whatever version there is
   * @throws InvalidInput for business hours that contradict themselves
   */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    body: VendorChangeBody,
  ): Promise<VendorView> {
    const said = saidIn(body);
    await this.transactions.run(async (tx) => {
      const before = await this.queries.whole(scope, id, tx, 'FOR NO KEY UPDATE OF v');
      if (version !== null && version !== before.version)
        throw new StaleVersion('The vendor', before.version);
      assertPromises({ ...before, ...said });
      const changed = { ...said, version: before.version + 1, updatedAt: tx.at };
      await tx.update(Vendor, { districtId: scope.districtId, id }, changed);
      await this.tellOfDelivery(tx, scope, id, body);
      const after = { ...before, ...said };
      if (PROMISES.some((field) => !isDeepStrictEqual(before[field], after[field])))
        for (const hear of this.listeners) await hear(tx, scope, before, after);
    });
    return this.queries.find(scope, id);
  }

  private async tellOfDelivery(
    tx: Tx,
    scope: Scope,
    id: string,
    { layout, delivery }: SaidOfDelivery,
  ): Promise<void> {
    if (layout === undefined && delivery === undefined) return;
    for (const hear of this.deliveryListeners) await hear(tx, scope, id, { layout, delivery });
  }

  /**
   * Id of the vendor that a request names in a field, also of an inactive one.
   * @throws InvalidInput where the district has no such vendor
   */
  async idOf(tx: Statements, districtId: string, key: string, field = 'vendor'): Promise<string> {
    const id = (await this.idsByKey(tx, districtId, [key])).get(key);
    if (id === undefined) throw unknownVendor(field, key);
    return id;
  }

  /**
   * The same of a vendor that the district deals with now, for something new.
   * @throws InvalidInput also where the vendor is inactive
   */
  async activeIdOf(tx: Statements, districtId: string, key: string, field = 'vendor'): Promise<string> {
    const id = await this.idOf(tx, districtId, key, field);
    const name = (await this.inactive(tx, districtId)).get(id);
    if (name !== undefined) throw inactiveVendor(field, name);
    return id;
  }

  /** Names of the vendors that the district no longer deals with, by id. They are few. */
  async inactive(tx: Statements, districtId: string): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM vendors WHERE district_id = $1 AND NOT is_active`,
      [districtId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Counts a change of what a vendor's words mean. The caller has locked the vendor. */
  async countReplyWords(tx: Tx, districtId: string, id: string): Promise<void> {
    await tx.query(
      `UPDATE vendors SET reply_words_version = reply_words_version + 1 WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
  }

  /** Ids of vendors by their keys, of inactive ones too; keys that no vendor has are left out. */
  async idsByKey(tx: Statements, districtId: string, keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const rows = await tx.query<{ id: string; key: string }[]>(
      `SELECT id, key FROM vendors WHERE district_id = $1 AND key = ANY ($2::text[])`,
      [districtId, [...new Set(keys)]],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }
}

/** Weeks after which a promise is worth nothing. */
const LONGEST_PROMISE_WEEKS = 5 * 52;

/**
 * @throws InvalidInput for hours that contradict themselves, and for a promise that so few hours reach only after years:
 *   the clocks of claims would count the weeks
 */
function assertPromises(vendor: Pick<Vendor, (typeof PROMISES)[number]>): void {
  const hoursAWeek = openMinutesAWeek(vendor) / 60;
  for (const field of ['acknowledgeWithinHours', 'resolveWithinHours'] as const)
    if ((vendor[field] ?? 0) > hoursAWeek * LONGEST_PROMISE_WEEKS) throw promiseTooLong(field);
}

async function hasName(tx: Tx, districtId: string, name: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM vendors WHERE district_id = $1 AND lower(name) = lower($2)`,
    [districtId, name],
  );
  return rows.length > 0;
}

/** What a request says of a vendor, as it is stored: in order, and blank texts as null. */
function saidIn(body: NewVendorBody | VendorChangeBody): Said {
  const { name, roles, timeZone, acknowledgeWithinHours, resolveWithinHours, notes, isActive } = body;
  return definedFields<Said>({
    name,
    roles,
    timeZone,
    hours: body.hours
      ?.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
      .toSorted((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens)),
    closedOn: body.closedOn?.toSorted(),
    acknowledgeWithinHours,
    resolveWithinHours,
    contacts: body.contacts
      ?.map(({ level, name: person, email, phone }) => ({
        level,
        name: person,
        email,
        phone: phone || null,
      }))
      .toSorted((a, b) => a.level - b.level),
    notes: notes === '' ? null : notes,
    isActive,
  });
}
