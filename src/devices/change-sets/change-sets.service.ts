import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import type { Page, PageQuery } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import type { RecordContext } from '../recording/device-recorder.js';
import type { ChangeSetKind } from '../entities/change-set.entity.js';
import { shownChanges } from './shown-changes.js';

export interface ChangeSetView {
  id: string;
  kind: ChangeSetKind;
  actorId: string | null;
  subjectId: string | null;
  undoesId: string | null;
  undoneById: string | null;
  recordedAt: Date;
  devices: number;
  events: number;
}

/** One event of a change set, with the device that it changed. */
export interface ChangeSetEvent {
  deviceId: string;
  assetTag: string | null;
  serialNumber: string | null;
  eventId: string;
  type: string;
  effectiveAt: Date;
  changes: Record<string, [unknown, unknown]>;
}

const EVENTS = list<ChangeSetEvent, PageQuery & { id: string }>({
  name: 'events of a change set',
  select: `
    SELECT e.device_id AS "deviceId", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
           e.id AS "eventId", e.type, e.effective_at AS "effectiveAt", e.changes
      FROM device_events e JOIN devices d ON d.district_id = $1 AND d.id = e.device_id
     WHERE e.district_id = $1`,
  reach: 'district',
  filters: { id: (id, param) => `e.change_set_id = ${param(id)}` },
  sorts: { device: ['e.device_id', 'e.id'] },
});

@Injectable()
export class ChangeSetsService {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** Begins a change set and says under what its events are recorded. */
  async beginWithin(
    tx: Tx,
    scope: Scope,
    kind: ChangeSetKind,
    options: { id?: string; subjectId?: string; undoesId?: string; recordedAt?: Date } = {},
  ): Promise<RecordContext> {
    const id = options.id ?? newId();
    const recordedAt = options.recordedAt ?? this.clock.now();
    await tx.query(
      `INSERT INTO change_sets (district_id, id, kind, actor_id, subject_id, undoes_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (district_id, id) DO NOTHING`,
      [
        scope.districtId,
        id,
        kind,
        scope.accountId,
        options.subjectId ?? null,
        options.undoesId ?? null,
        recordedAt,
      ],
    );
    return this.contextOf(scope, id, recordedAt);
  }

  /** What events of a change set would be recorded under; a rehearsal has no more than this. */
  contextOf(scope: Scope, changeSetId: string, recordedAt = this.clock.now()): RecordContext {
    const { districtId, timeZone, accountId: actorId } = scope;
    return { districtId, timeZone, actorId, changeSetId, recordedAt };
  }

  async find(scope: Scope, id: string): Promise<ChangeSetView> {
    const [view] = await this.source.query<ChangeSetView[]>(
      `SELECT c.id, c.kind, c.actor_id AS "actorId", c.subject_id AS "subjectId", c.undoes_id AS "undoesId",
              u.id AS "undoneById", c.recorded_at AS "recordedAt", n.devices, n.events
         FROM change_sets c
         LEFT JOIN change_sets u ON u.district_id = $1 AND u.undoes_id = c.id,
              LATERAL (SELECT count(DISTINCT device_id)::int AS devices, count(*)::int AS events FROM device_events
                        WHERE district_id = $1 AND change_set_id = c.id) n
        WHERE c.district_id = $1 AND c.id = $2`,
      [scope.districtId, id],
    );
    if (!view) throw new NotFound('This set of changes', 'CHANGE_SET_NOT_FOUND');
    return view;
  }

  /**
   * The whole of a change set, a page at a time, by device.
   * @throws NotFound for one of another district
   */
  async events(scope: Scope, id: string, query: PageQuery): Promise<Page<ChangeSetEvent>> {
    const [set] = await this.source.query<unknown[]>(
      `SELECT 1 FROM change_sets WHERE district_id = $1 AND id = $2`,
      [scope.districtId, id],
    );
    if (!set) throw new NotFound('This set of changes', 'CHANGE_SET_NOT_FOUND');
    return this.lists.answer(EVENTS, scope, { ...query, id }, (events) =>
      events.map((event) => ({ ...event, changes: shownChanges(scope, event.changes) })),
    );
  }
}
