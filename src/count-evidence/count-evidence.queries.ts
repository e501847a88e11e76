import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { groupBy } from '../common/group-by.js';
import { decodeCursor, encodeCursor } from '../common/paging.js';
import { assertNotAhead, assertRange } from '../counts/asked-days.js';
import { KNOWN_AT } from '../counts/ledger/counts-fold.js';
import { settleKnownAt } from '../counts/counts-known-at.js';
import { ON_THE_BOOKS } from '../counts/counts.queries.js';
import type { Cause, Movement } from '../counts/ledger/movements.js';
import { type HistoryEvent, type HistoryStep, stepsOf } from '../devices/recording/device-history.js';

/** Which number is asked about: the same words as the counts are asked with. */
export interface EvidenceAsked {
  knownAt?: Date;
  statuses?: string[];
  kinds?: string[];
  /** Codes of sites. */
  sites?: string[];
  regions?: string[];
  limit: number;
  cursor?: string;
}

/** A counted device, and the date from which it counts there. */
export interface CountedDevice {
  deviceId: string;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
  site: string;
  kind: string;
  status: string;
  /** Calendar date from which it counts there, and the event that caused it. */
  since: string;
  eventId: string;
}

/** A change of a count by one device, and the event that caused the change. */
export interface CountedChange extends Omit<CountedDevice, 'since'> {
  /** Calendar date on which it counts. */
  on: string;
  cause: Cause;
  change: number;
  event: { type: string; effectiveAt: Date; recordedAt: Date; actorId: string | null; changeSetId: string };
}

export interface Evidence<T> {
  knownAt: Date;
  items: T[];
  /** Null on the last page. A page can have fewer items than `limit` even if there is a next page. */
  nextCursor: string | null;
}

interface Candidate {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
}

interface KnownEvent extends HistoryEvent {
  deviceId: string;
  actorId: string | null;
  changeSetId: string;
}

type Step = HistoryStep<KnownEvent>;

/** Which movements belong to the number. */
type Belongs = (movement: Movement, on: string) => boolean;

interface RegionSpan {
  siteId: string;
  region: string;
  fromOn: string;
  toOn: string | null;
}

const AT_ONCE = 500;
/** Devices that one request looks at before it hands back what it has. */
const MOST_LOOKED_AT = 20_000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * What a count is made of. Counts hold no devices: their histories are folded again here, as they were known at the
 * moment that is asked about, by the same rules that moved the counts.
 */
@Injectable()
export class CountEvidenceQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * The devices behind a count.
   * @param asOf calendar date; today where nothing is said
   * @throws InvalidInput for a day in the future
   */
  devices(
    scope: Scope,
    asked: EvidenceAsked & { asOf?: string },
  ): Promise<Evidence<CountedDevice> & { asOf: string }> {
    const asOf = asked.asOf ?? this.today(scope);
    assertNotAhead('asOf', asOf, this.today(scope));
    return this.page(scope, asked, (device, steps, belongs, names) => {
      const last = steps
        .flatMap(({ event, movements }) => movements.map((movement) => ({ event, movement })))
        .findLast(({ movement }) => movement.delta > 0 && movement.on <= asOf);
      if (!last || !belongs(last.movement, asOf)) return [];
      const { on: since } = last.movement;
      return [{ ...place(device, last.movement, names), since, eventId: last.event.id }];
    }).then((found) => ({ asOf, ...found }));
  }

  /**
   * The events behind a growth: after the end of `from` up to the end of `to`. Their changes add up to it.
   * @throws InvalidInput for days in the future or the wrong way round
   */
  changes(
    scope: Scope,
    asked: EvidenceAsked & { from: string; to?: string; causes?: string[] },
  ): Promise<Evidence<CountedChange> & { from: string; to: string }> {
    const { from, to = this.today(scope), causes } = asked;
    assertRange(from, to, this.today(scope));
    const isAsked = ({ on, cause }: Movement): boolean =>
      on > from && on <= to && (!causes || causes.includes(cause));
    return this.page(scope, asked, (device, steps, belongs, names) =>
      steps.flatMap(({ event, movements }) =>
        movements
          .filter((movement) => isAsked(movement) && belongs(movement, movement.on))
          .map((movement) => ({
            ...place(device, movement, names),
            on: movement.on,
            cause: movement.cause,
            change: movement.delta,
            eventId: event.id,
            event: {
              type: event.type,
              effectiveAt: event.effectiveAt,
              recordedAt: event.recordedAt,
              actorId: event.actorId,
              changeSetId: event.changeSetId,
            },
          })),
      ),
    ).then((found) => ({ from, to, ...found }));
  }

  private async page<T>(
    scope: Scope,
    asked: EvidenceAsked,
    itemsOf: (device: Candidate, steps: Step[], belongs: Belongs, names: ReadonlyMap<string, string>) => T[],
  ): Promise<Evidence<T>> {
    const from = asked.cursor ? placeOf(asked.cursor) : { knownAt: asked.knownAt, after: NO_ID, skip: 0 };
    const knownAt = await this.settle(from.knownAt);
    const { names, belongs, siteIds } = await this.filter(scope, asked);
    let { after, skip } = from;
    const items: T[] = [];
    const page = (nextCursor: string | null): Evidence<T> => ({ knownAt, items, nextCursor });
    for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += AT_ONCE) {
      const devices = await this.candidates(scope, siteIds, after);
      const histories = await this.histories(scope, devices, knownAt);
      for (const device of devices) {
        const steps = stepsOf(histories.get(device.id) ?? [], scope.timeZone);
        const left = itemsOf(device, steps, belongs, names).slice(skip);
        const taken = left.slice(0, asked.limit - items.length);
        items.push(...taken);
        if (taken.length < left.length) return page(cursorOf({ knownAt, after, skip: skip + taken.length }));
        [after, skip] = [device.id, 0];
      }
      if (devices.length < AT_ONCE) return page(null);
      if (items.length === asked.limit) break;
    }
    return page(cursorOf({ knownAt, after, skip }));
  }

  /** Devices that may belong to the number, in the order of their ids: those that were ever at one of the sites. */
  private candidates(scope: Scope, siteIds: string[] | null, after: string): Promise<Candidate[]> {
    const ever = `
      SELECT DISTINCT e.device_id FROM device_events e
       WHERE e.district_id = $1 AND e.device_id > $2 AND e.changes ? 'siteId'
         AND (e.changes #>> '{siteId,1}')::uuid = ANY ($3::uuid[]) ORDER BY 1 LIMIT ${AT_ONCE}`;
    return this.source.query(
      `SELECT d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", m.manufacturer, m.name AS model
         FROM devices d JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
        WHERE d.district_id = $1 AND d.id > $2 ${siteIds ? `AND d.id IN (${ever})` : ''}
        ORDER BY d.id LIMIT ${AT_ONCE}`,
      siteIds ? [scope.districtId, after, siteIds] : [scope.districtId, after],
    );
  }

  private async histories(
    scope: Scope,
    devices: readonly Candidate[],
    knownAt: Date,
  ): Promise<Map<string, KnownEvent[]>> {
    const events = await this.source.query<KnownEvent[]>(
      `SELECT device_id AS "deviceId", id, type, cause, effective_at AS "effectiveAt", recorded_at AS "recordedAt",
              changes, actor_id AS "actorId", change_set_id AS "changeSetId"
         FROM device_events
        WHERE district_id = $1 AND device_id = ANY ($2::uuid[])
          AND recorded_at <= $3::timestamptz AND ${KNOWN_AT('xmin', 'recorded_at')} <= $3`,
      [scope.districtId, devices.map(({ id }) => id), knownAt],
    );
    return groupBy(events, ({ deviceId }) => deviceId);
  }

  private async filter(
    scope: Scope,
    asked: EvidenceAsked,
  ): Promise<{ names: ReadonlyMap<string, string>; belongs: Belongs; siteIds: string[] | null }> {
    const statuses = new Set(asked.statuses ?? ON_THE_BOOKS);
    const sites = await this.source.query<{ id: string; code: string }[]>(
      `SELECT id, code FROM sites WHERE district_id = $1`,
      [scope.districtId],
    );
    const regions = asked.regions ? await this.regionsOf(scope) : new Map<string, RegionSpan[]>();
    const wanted = sites.filter(
      ({ id, code }) =>
        reaches(scope, id) &&
        (!asked.sites || asked.sites.includes(code)) &&
        (!asked.regions || regions.get(id)?.some(({ region }) => asked.regions?.includes(region))),
    );
    const wantedIds = new Set(wanted.map(({ id }) => id));
    const isInRegion = (siteId: string, on: string): boolean =>
      !asked.regions ||
      (regions.get(siteId) ?? []).some(
        ({ region, fromOn, toOn }) =>
          asked.regions?.includes(region) && fromOn <= on && (toOn === null || toOn > on),
      );
    const belongs: Belongs = ({ unit }, on) =>
      statuses.has(unit.status) &&
      (!asked.kinds || asked.kinds.includes(unit.kind)) &&
      wantedIds.has(unit.siteId) &&
      isInRegion(unit.siteId, on);
    const isEverything = wanted.length === sites.length;
    return {
      names: new Map(sites.map(({ id, code }) => [id, code])),
      belongs,
      siteIds: isEverything ? null : [...wantedIds],
    };
  }

  private async regionsOf(scope: Scope): Promise<Map<string, RegionSpan[]>> {
    const spans = await this.source.query<RegionSpan[]>(
      `SELECT site_id AS "siteId", region, from_on::text AS "fromOn", to_on::text AS "toOn"
         FROM site_regions WHERE district_id = $1`,
      [scope.districtId],
    );
    return groupBy(spans, ({ siteId }) => siteId);
  }

  private async settle(asked: Date | undefined): Promise<Date> {
    const runner = this.source.createQueryRunner();
    try {
      return await settleKnownAt(runner, asked);
    } finally {
      await runner.release();
    }
  }

  private today(scope: Scope): string {
    return dateIn(scope.timeZone, this.clock.now());
  }
}

/** Where a page ended: after a device, and so many items of the next one. All pages are known at one moment. */
interface Place {
  knownAt: Date | undefined;
  after: string;
  skip: number;
}

function cursorOf({ knownAt, after, skip }: Place & { knownAt: Date }): string {
  return encodeCursor('evidence', [knownAt.toISOString(), after, skip]);
}

function placeOf(cursor: string): Place {
  const [knownAt, after, skip] = decodeCursor('evidence', cursor, 3);
  return { knownAt: new Date(String(knownAt)), after: String(after), skip: Number(skip) };
}

function place(
  { id, ...device }: Candidate,
  { unit }: Movement,
  names: ReadonlyMap<string, string>,
): Omit<CountedDevice, 'since' | 'eventId'> {
  return {
    deviceId: id,
    ...device,
    site: names.get(unit.siteId) ?? unit.siteId,
    kind: unit.kind,
    status: unit.status,
  };
}
