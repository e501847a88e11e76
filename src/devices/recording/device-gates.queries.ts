import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope } from '../../access/scope.js';
import { NotFound } from '../../common/refusal.js';
import { Clock } from '../../common/time/clock.js';
import type { ClearanceView, DeviceClearances } from '../device-views.js';
import { TO_OPEN } from '../devices.errors.js';
import { CLEARS, openClearances } from './device-clearances.js';
import { closedGates, type Gate, ROUTE_RULES } from './device-lifecycle.js';
import { type DeviceStatus, ROUTES } from '../statuses.js';

/** What is proved about one device, and what still stands before each route of disposal. */
@Injectable()
export class DeviceGates {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a device of another district or out of the caller's sites */
  async of(scope: Scope, id: string): Promise<DeviceClearances> {
    const parameters = [scope.districtId, id];
    const [device] = await this.source.query<{ status: DeviceStatus; siteId: string }[]>(
      `SELECT status, site_id AS "siteId" FROM devices WHERE district_id = $1 AND id = $2`,
      parameters,
    );
    if (!device || !reaches(scope, device.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    const clearances = await this.provedOf(scope, id);
    const open = (await openClearances(this.source, scope.districtId, [id])).get(id) ?? [];
    const now = this.clock.now();
    const isOpen = (gate: Gate): boolean =>
      open.some((one) => one.gate === gate && !one.isSpent && one.from <= now);
    const routes = ROUTES.map((route) => {
      const { from, gates } = ROUTE_RULES[route];
      const closed = closedGates(route, isOpen);
      return {
        route,
        mayBegin: from.includes(device.status),
        gates: gates.map((gate) => {
          const isClosed = closed.includes(gate);
          return { gate, isOpen: !isClosed, toOpen: isClosed ? TO_OPEN[gate] : null };
        }),
      };
    });
    return { clearances, routes };
  }

  /** What records prove about a device, the oldest first. */
  provedOf({ districtId }: Scope, id: string): Promise<ClearanceView[]> {
    return this.source.query<ClearanceView[]>(
      `SELECT c.gate, c.evidence_kind AS "evidenceKind", c.evidence_id AS "evidenceId", c.holds_from AS "holdsFrom"
         FROM device_clearances c WHERE c.district_id = $1 AND c.device_id = $2 AND ${CLEARS}
        ORDER BY c.placed_at, c.id`,
      [districtId, id],
    );
  }
}
