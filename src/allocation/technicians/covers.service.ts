import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import type { NewCoverBody, OnDayQuery } from './absences.dto.js';
import { kilometres, type Point } from '../plans/distance.js';
import { type CoverKind, SupportCover } from '../entities/absence.entities.js';
import { place } from '../plans/placement.js';
import { lockTechnician } from './technician-reach.js';

/** A site without a substitute on a day on which its technician is away, has left or was sent to another site. */
export interface Hole {
  assignmentId: string;
  site: string;
  siteName: string;
  /** Who is away. */
  technician: string;
}

/** A technician of the reserve who could go. */
export interface ProposedCover extends Hole {
  technicianId: string;
  coveredBy: string;
  /** The straight-line distance one way, with 1 decimal. Null if one of the two places is not known. */
  kilometres: number | null;
}

export interface CoverProposal {
  on: string;
  covers: ProposedCover[];
  /** Sites for which there are not enough technicians in reserve. */
  uncovered: Hole[];
  /** How many other technicians are in reserve on that day. */
  left: number;
}

/** A technician of the reserve who is at a site on a day. */
export interface CoverView {
  id: string;
  on: string;
  technicianId: string;
  technician: string;
  site: string;
  siteName: string;
  kind: CoverKind;
  assignmentId: string | null;
  note: string | null;
}

interface Located {
  latitude: number | null;
  longitude: number | null;
}

explainConstraint(
  'support_covers_one_place',
  () => new Conflict('This technician already goes to another site that day.', 'TECHNICIAN_ELSEWHERE'),
);
explainConstraint(
  'support_covers_once',
  () => new Conflict('Another technician already covers this site that day.', 'COVERED_ALREADY'),
);

/** Holes of a day, which is a parameter. */
const holesOn = (day: string): string => `
  SELECT a.id AS "assignmentId", s.code AS site, s.name AS "siteName", t.name AS technician, s.latitude, s.longitude
    FROM support_assignments a
    JOIN technicians t ON t.district_id = $1 AND t.id = a.technician_id
    JOIN sites s ON s.district_id = $1 AND s.id = a.site_id
   WHERE a.district_id = $1 AND a.cancelled_at IS NULL
     AND ${day}::date BETWEEN a.starts_on AND a.ends_on AND a.weekday = extract(isodow FROM ${day}::date)
     AND (NOT (a.weekday = ANY (t.weekdays) AND t.starts_on <= ${day} AND coalesce(t.ends_on >= ${day}, true))
       OR EXISTS (SELECT 1 FROM technician_absences x
                   WHERE x.district_id = $1 AND x.technician_id = a.technician_id
                     AND x.cancelled_at IS NULL AND ${day} BETWEEN x.from_on AND x.to_on)
       OR EXISTS (SELECT 1 FROM support_covers w
                   WHERE w.district_id = $1 AND w.technician_id = a.technician_id AND w.on_date = ${day}
                     AND w.cancelled_at IS NULL))
     AND NOT EXISTS (SELECT 1 FROM support_covers c
                      WHERE c.district_id = $1 AND c.assignment_id = a.id AND c.on_date = ${day}
                        AND c.cancelled_at IS NULL)`;

/** `$2`: sites in reach, or null for all. */
const AT_REACHED = `($2::uuid[] IS NULL OR a.site_id = ANY ($2))`;

/** Technicians `t` who work on the day `$2`, are there, and have nowhere to be: the reserve. */
const IN_RESERVE = `
  t.district_id = $1 AND t.starts_on <= $2::date AND coalesce(t.ends_on >= $2::date, true)
    AND extract(isodow FROM $2::date)::smallint = ANY (t.weekdays)
    AND NOT EXISTS (SELECT 1 FROM technician_absences x
                     WHERE x.district_id = $1 AND x.technician_id = t.id AND x.cancelled_at IS NULL
                       AND $2 BETWEEN x.from_on AND x.to_on)
    AND NOT EXISTS (SELECT 1 FROM support_assignments a
                     WHERE a.district_id = $1 AND a.technician_id = t.id AND a.cancelled_at IS NULL
                       AND $2 BETWEEN a.starts_on AND a.ends_on AND a.weekday = extract(isodow FROM $2::date))
    AND NOT EXISTS (SELECT 1 FROM support_covers c
                     WHERE c.district_id = $1 AND c.technician_id = t.id AND c.on_date = $2
                       AND c.cancelled_at IS NULL)`;

const HOLES = list<Hole & Located, OnDayQuery>({
  name: 'holes',
  select: (param, { on }) => holesOn(param(on)),
  reach: 'a.site_id',
  filters: { on: 'in select' },
  sorts: { id: ['a.id'] },
});

const COVERS = list<CoverView, OnDayQuery>({
  name: 'covers',
  select: `
    SELECT c.id, c.on_date AS on, c.technician_id AS "technicianId", t.name AS technician, s.code AS site,
           s.name AS "siteName", c.kind, c.assignment_id AS "assignmentId", c.note
      FROM support_covers c
      JOIN technicians t ON t.district_id = $1 AND t.id = c.technician_id
      JOIN sites s ON s.district_id = $1 AND s.id = c.site_id
     WHERE c.district_id = $1 AND c.cancelled_at IS NULL`,
  reach: 'c.site_id',
  filters: { on: (day, param) => `c.on_date = ${param(day)}` },
  sorts: { id: ['c.id'] },
  id: 'c.id',
});

/** Fills holes out of the reserve; urgent work and projects draw on it too. */
@Injectable()
export class SupportCovers {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  holes(scope: Scope, query: OnDayQuery): Promise<Page<Hole>> {
    return this.lists.answer(HOLES, scope, query, (rows) => rows.map(holeOf));
  }

  list(scope: Scope, query: OnDayQuery): Promise<Page<CoverView>> {
    return this.lists.answer(COVERS, scope, query);
  }

  /** Who of the reserve could go where on a day, with the fewest kilometres. Keeps nothing. */
  async propose(scope: Scope, on: string): Promise<CoverProposal> {
    const holes = await this.source.query<(Hole & Located)[]>(
      `${holesOn('$3')} AND ${AT_REACHED} ORDER BY s.code, a.id`,
      [scope.districtId, siteFilter(scope), on],
    );
    const reserve = await this.source.query<({ id: string; name: string } & Located)[]>(
      `SELECT t.id, t.name, s.latitude, s.longitude
         FROM technicians t JOIN sites s ON s.district_id = $1 AND s.id = t.home_site_id
        WHERE ${IN_RESERVE} AND ($3::uuid[] IS NULL OR t.home_site_id = ANY ($3)) ORDER BY t.name, t.id`,
      [scope.districtId, on, siteFilter(scope)],
    );
    const weekday = weekdayOf(on);
    const { placed } = await place(
      holes.map((hole) => ({
        id: hole.assignmentId,
        siteId: hole.assignmentId,
        at: pointOf(hole),
        days: 1,
      })),
      reserve.map((technician) => ({ id: technician.id, at: pointOf(technician), free: [weekday] })),
      reserve.length,
    );
    const byHole = new Map(placed.map(({ needId, technicianId }) => [needId, technicianId]));
    const covers = holes.flatMap((hole): ProposedCover[] => {
      const technician = reserve.find(({ id }) => id === byHole.get(hole.assignmentId));
      if (!technician) return [];
      const [from, to] = [pointOf(technician), pointOf(hole)];
      return [
        {
          ...holeOf(hole),
          technicianId: technician.id,
          coveredBy: technician.name,
          kilometres: from && to ? kilometres(from, to) : null,
        },
      ];
    });
    const uncovered = holes.filter(({ assignmentId }) => !byHole.has(assignmentId)).map(holeOf);
    return { on, covers, uncovered, left: reserve.length - covers.length };
  }

  /** Sends somebody of the reserve to a site for a day. */
  async create(scope: Scope, { on, technicianId, kind, note, ...where }: NewCoverBody): Promise<CoverView> {
    const id = newId();
    await this.transactions.run(async (tx) => {
      await lockTechnician(tx, scope, technicianId);
      const free = await tx.query<unknown[]>(
        `SELECT 1 FROM technicians t WHERE ${IN_RESERVE} AND t.id = $3`,
        [scope.districtId, on, technicianId],
      );
      if (free.length === 0)
        throw new Conflict(
          'This technician is not free that day. Choose somebody who is in reserve.',
          'TECHNICIAN_ELSEWHERE',
        );
      const siteId = await this.siteOf(tx, scope, on, { kind, ...where });
      const assignmentId = kind === 'absence' ? (where.assignmentId ?? null) : null;
      await tx.insert(SupportCover, {
        districtId: scope.districtId,
        id,
        onDate: on,
        technicianId,
        siteId,
        kind,
        assignmentId,
        note,
        createdBy: scope.accountId,
      });
    });
    const view = await this.lists.find(COVERS, scope, id);
    if (!view) throw notFound();
    return view;
  }

  /** Once more changes nothing. */
  async cancel(scope: Scope, id: string): Promise<void> {
    const [rows] = await this.transactions.run((tx) =>
      tx.query<[unknown[], number]>(
        `UPDATE support_covers SET cancelled_at = coalesce(cancelled_at, $4)
          WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3)) RETURNING 1`,
        [scope.districtId, id, siteFilter(scope), tx.at],
      ),
    );
    if (rows.length === 0) throw notFound();
  }

  private async siteOf(
    tx: Tx,
    scope: Scope,
    on: string,
    { kind, assignmentId, site }: Pick<NewCoverBody, 'kind' | 'assignmentId' | 'site'>,
  ): Promise<string> {
    if (kind !== 'absence') {
      if (site === undefined)
        throw wrongField('site', 'SITE_MISSING', 'Enter the site where the technician goes.');
      const id = (await siteIdsByCode(tx, scope.districtId, [site])).get(site);
      if (id === undefined || !reaches(scope, id))
        throw wrongField('site', 'UNKNOWN_SITE', `You have no site with the code ${site}. Check the code.`);
      return id;
    }
    const [row] = await tx.query<{ siteId: string; isHole: boolean }[]>(
      `SELECT x.site_id AS "siteId", EXISTS (SELECT 1 FROM (${holesOn('$3')} AND ${AT_REACHED}) h WHERE h."assignmentId" = x.id) AS "isHole"
         FROM support_assignments x
        WHERE x.district_id = $1 AND ($2::uuid[] IS NULL OR x.site_id = ANY ($2)) AND x.id = $4
          AND x.cancelled_at IS NULL`,
      [scope.districtId, siteFilter(scope), on, assignmentId ?? null],
    );
    if (!row)
      throw wrongField('assignmentId', 'UNKNOWN_ASSIGNMENT', 'Choose the assignment that needs cover.');
    if (!row.isHole)
      throw new Conflict(
        'This site does not need cover that day: its technician works, or another technician already covers it.',
        'COVERED_ALREADY',
      );
    return row.siteId;
  }
}

function holeOf({ assignmentId, site, siteName, technician }: Hole): Hole {
  return { assignmentId, site, siteName, technician };
}

function pointOf({ latitude, longitude }: Located): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** From 1 for Monday to 7 for Sunday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function notFound(): NotFound {
  return new NotFound('The cover', 'COVER_NOT_FOUND');
}
