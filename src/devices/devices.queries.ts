import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import { may, reaches, type Scope, siteFilter } from '../access/scope.js';
import type { Page, SortedPage } from '../common/paging.js';
import { NotFound } from '../common/refusal.js';
import { readingsOf } from './device-codes.js';
import { type DeviceFilter, DeviceFilters, type PreparedFilter } from './lists/device-filter.js';
import { DeviceNames } from './device-names.service.js';
import { DeviceCoverages } from './lists/device-coverages.js';
import { DEVICE_SORTS, type DeviceSort } from './lists/device-sorts.js';
import { DEVICE_VIEW, DEVICE_VIEW_JOINS } from './device-views.sql.js';
import type {
  CodeView,
  CustodyView,
  DeviceDetail,
  DeviceFound,
  DeviceView,
  EventView,
  HoldView,
  LossView,
} from './device-views.js';
import { WAS_UNDONE } from './change-sets/change-set-undo.service.js';
import { shownChanges } from './change-sets/shown-changes.js';
import { DeviceGates } from './recording/device-gates.queries.js';

/** A device as SQL reads it. */
type DeviceRow = Omit<DeviceView, 'personName' | 'coverageEndsOn'>;

const DEVICES = list<DeviceRow, SortedPage<DeviceSort> & { filter: PreparedFilter }>({
  name: 'devices',
  select: 'SELECT d.* FROM devices d WHERE d.district_id = $1',
  reach: (param, _, { filter }) => filter.reach(param),
  filters: {
    filter: ({ conditions }, param) => conditions.map((condition) => condition(param)).join(' AND '),
  },
  sorts: DEVICE_SORTS,
  joined: `SELECT ${DEVICE_VIEW} FROM page d ${DEVICE_VIEW_JOINS}`,
});

const EVENTS = list<Omit<EventView, 'names'>, SortedPage<'effectiveAt'> & { deviceId: string }>({
  name: 'events of a device',
  select: `
    SELECT e.id, e.type, e.cause, e.effective_at AS "effectiveAt", e.recorded_at AS "recordedAt",
           e.actor_id AS "actorId", coalesce(a.name, a.email) AS "actorName", e.change_set_id AS "changeSetId",
           g.kind AS "changeSetKind", i.file_name AS "fileName", e.changes, e.details, e.amends_id AS "amendsId",
           n.note
      FROM device_events e
      JOIN change_sets g ON g.district_id = $1 AND g.id = e.change_set_id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = e.actor_id
      LEFT JOIN imports i ON i.district_id = $1 AND i.id = g.subject_id AND g.kind = 'import'
      LEFT JOIN event_notes n ON n.district_id = $1 AND n.device_id = e.device_id AND n.event_id = e.id
     WHERE e.district_id = $1`,
  reach: 'subject',
  filters: { deviceId: (id, param) => `e.device_id = ${param(id)}` },
  sorts: { effectiveAt: ['e.effective_at', 'e.recorded_at', 'e.id'] },
});

/** Codes that a mistake or a dock shares can be many; a chooser with more than this helps nobody. */
const MOST_FOUND = 50;

@Injectable()
export class DevicesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly filters: DeviceFilters,
    private readonly names: DeviceNames,
    private readonly coverages: DeviceCoverages,
    private readonly gates: DeviceGates,
  ) {}

  /** A page of devices in the caller's sites. Any page costs what the first costs. */
  async list(
    scope: Scope,
    { limit, cursor, sort, people, ...asked }: DeviceFilter & SortedPage<DeviceSort> & { people?: boolean },
  ): Promise<Page<DeviceView>> {
    const filter = await this.filters.prepare(scope, asked);
    return this.lists.page(DEVICES, scope, { limit, cursor, sort, filter }, async (views) => {
      const holders = people ? views.map(({ personId }) => personId) : [];
      const names = await this.names.ofPeople(scope, 'devices.list', holders);
      const endsOn = await this.coverages.endsOn(
        scope,
        views.map(({ id }) => id),
      );
      return views.map((view) => ({
        ...withPerson(scope, view, names),
        coverageEndsOn: endsOn.get(view.id) ?? null,
      }));
    });
  }

  /** @throws NotFound for a device of another district or out of the caller's sites */
  async find(scope: Scope, id: string): Promise<DeviceDetail> {
    const [view] = await this.source.query<(DeviceRow & { siteId: string })[]>(
      `SELECT ${DEVICE_VIEW}, d.site_id AS "siteId" FROM devices d ${DEVICE_VIEW_JOINS}
        WHERE d.district_id = $1 AND d.id = $2`,
      [scope.districtId, id],
    );
    if (!view || !reaches(scope, view.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    const parameters = [scope.districtId, id];
    const codes = await this.source.query<CodeView[]>(
      `SELECT kind, code, released_at AS "releasedAt" FROM device_codes
        WHERE district_id = $1 AND device_id = $2 ORDER BY released_at NULLS FIRST, kind, code`,
      parameters,
    );
    const holds = await this.source.query<HoldView[]>(
      `SELECT id, kind, forbids, reason, owner, placed_at AS "placedAt" FROM device_holds
        WHERE district_id = $1 AND device_id = $2 AND lifted_at IS NULL ORDER BY placed_at`,
      parameters,
    );
    const clearances = await this.gates.provedOf(scope, id);
    const loans = may(scope, 'people:read')
      ? await this.source.query<Omit<CustodyView, 'personName'>[]>(
          `SELECT person_id AS "personId", loaned_at AS "loanedAt", due_on AS "dueOn", returned_at AS "returnedAt"
             FROM custody WHERE district_id = $1 AND device_id = $2 AND returned_at IS DISTINCT FROM loaned_at
            ORDER BY loaned_at DESC LIMIT 100`,
          parameters,
        )
      : [];
    const loss = view.status === 'missing' ? await this.lossOf(parameters) : null;
    const { siteId: _, ...device } = view;
    const holders = [view.personId, ...loans.map(({ personId }) => personId)];
    const names = await this.names.ofPeople(scope, 'devices.find', holders);
    const custody = loans.map((loan) => ({ ...loan, personName: names.get(loan.personId) ?? null }));
    const coverageEndsOn = (await this.coverages.endsOn(scope, [id])).get(id) ?? null;
    return { ...withPerson(scope, device, names), coverageEndsOn, loss, codes, holds, clearances, custody };
  }

  /**
   * The latest report of how a device went missing that was not undone. A device that was reported lost may later be
   * reported stolen.
   */
  private async lossOf(districtAndDevice: string[]): Promise<LossView | null> {
    const [loss] = await this.source.query<LossView[]>(
      `SELECT details ->> 'missing' AS missing, details ->> 'missingSince' AS "missingSince",
              details ->> 'policeReportNumber' AS "policeReportNumber"
         FROM device_events l
        WHERE district_id = $1 AND device_id = $2 AND details ->> 'missing' IS NOT NULL AND NOT ${WAS_UNDONE}
        ORDER BY effective_at DESC, recorded_at DESC, id DESC LIMIT 1`,
      districtAndDevice,
    );
    return loss ?? null;
  }

  /**
   * Devices with this code, live ones first; no void record, which never was a device. Anybody in the field may look up any code of the district: the
   * answer has no person and no money in it.
   */
  async lookUp(scope: Scope, text: string): Promise<DeviceFound[]> {
    const codes = readingsOf(text);
    // One placeholder for each reading: of an array PostgreSQL expects ten, and would plan every look-up anew.
    const placeholders = codes.map((_, i) => `$${i + 3}`).join(', ');
    const found = await this.source.query<DeviceFound[]>(
      `SELECT d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", m.manufacturer, m.name AS model,
              d.kind, d.status, s.code AS site, s.name AS "siteName", d.version,
              jsonb_build_object('kind', k.kind, 'released', k.released_at IS NOT NULL) AS matched,
              ($2::uuid[] IS NULL OR d.site_id = ANY ($2)) AS "inScope"
         FROM device_codes k
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
        WHERE k.district_id = $1 AND k.code IN (${placeholders}) AND d.status <> 'void'
        ORDER BY k.released_at IS NOT NULL, d.status = 'disposed', d.status = 'retired', k.kind, d.id
        LIMIT ${MOST_FOUND}`,
      [scope.districtId, siteFilter(scope), ...codes],
    );
    // A device whose tag is its serial number is one device.
    return found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i);
  }

  /** The history of a device, latest effective first. */
  async events(scope: Scope, deviceId: string, query: SortedPage<'effectiveAt'>): Promise<Page<EventView>> {
    await this.assertReached(scope, deviceId);
    return this.lists.answer(EVENTS, scope, { ...query, deviceId }, async (events) => {
      const shown = events.map((event) => ({ ...event, changes: shownChanges(scope, event.changes) }));
      const names = await this.names.ofChanges(
        scope,
        'devices.events',
        shown.map(({ changes }) => changes),
      );
      return shown.map((event, i) => ({ ...event, names: names[i] ?? {} }));
    });
  }

  /** @throws NotFound for a device of another district or out of the caller's sites */
  async assertReached(scope: Scope, id: string): Promise<void> {
    const [device] = await this.source.query<{ siteId: string }[]>(
      `SELECT site_id AS "siteId" FROM devices WHERE district_id = $1 AND id = $2`,
      [scope.districtId, id],
    );
    if (!device || !reaches(scope, device.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
  }
}

/** A device and the person who has it, for roles that can see people. */
function withPerson<T extends { personId: string | null }>(
  scope: Scope,
  view: T,
  names: ReadonlyMap<string, string>,
): T & { personName: string | null } {
  const personId = may(scope, 'people:read') ? view.personId : null;
  return { ...view, personId, personName: personId === null ? null : (names.get(personId) ?? null) };
}
