import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import type { AssessmentsQuery } from './assessment.dto.js';
import type { AssessmentFacts } from './assessment-facts.js';
import { SWOLLEN_WHAT_NOW } from './checklists.js';
import { type AssessmentPhotoView, photosOf } from './photos/stored-photos.js';
import type { AssessmentRule, Hazard, Recommendation } from './rules/rules.js';

/** An assessment in a list: one device, and what was recommended for it. */
export interface AssessmentRow {
  id: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  serialNumber: string | null;
  kind: DeviceKind;
  manufacturer: string;
  deviceModel: string;
  /** The status that the device has now. */
  deviceStatus: DeviceStatus;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
  /** What the rules recommended. */
  recommendation: Recommendation;
  /** The result that counts: the recommendation, or what a person chose instead. */
  result: Recommendation;
  isOverruled: boolean;
  hazard: Hazard | null;
  /** Id of the rule that decided. */
  ruleId: string;
  /** What a working device like this one is worth, in cents. Null if it is not known. */
  valueCents: number | null;
  /** The cost of all repairs in cents. 0 if nothing has to be repaired, null if the cost is not known. */
  repairCents: number | null;
  assessedAt: Date;
  assessedByName: string | null;
}

/** The rule that decided, as it was then. */
export interface DecidingRule extends AssessmentRule {
  /** Version of the rules. 0 for the starting set of Rollcall. */
  version: number;
}

export interface OverruleView {
  result: Recommendation;
  reason: string;
  decidedAt: Date;
  decidedByName: string | null;
}

export interface TakenPartView {
  name: string;
  count: number;
  serialNumber: string | null;
  takenAt: Date;
  takenByName: string | null;
}

export interface AssessmentDetail extends Omit<AssessmentRow, 'ruleId'> {
  rule: DecidingRule;
  /** The answers, by the names of the questions. */
  answers: Record<string, string>;
  facts: AssessmentFacts;
  note: string | null;
  /** What to do at once with a dangerous device. Null for other devices. */
  whatNow: string | null;
  /** Whether the device was assessed again later. */
  isLatest: boolean;
  /** The decisions of people who overruled the recommendation, oldest first. The latest decision counts. */
  overrules: OverruleView[];
  /** The parts that were taken out, in the order in which they were entered. */
  parts: TakenPartView[];
  /** Photos of what was seen, oldest first. */
  photos: AssessmentPhotoView[];
}

const COLUMNS = `
  a.id, d.id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode", d.serial_number AS "serialNumber",
  d.kind, m.manufacturer, m.name AS "deviceModel", d.status AS "deviceStatus", p.code AS site, p.name AS "siteName",
  a.recommendation, a.result, a.result <> a.recommendation AS "isOverruled", a.hazard, a.rule_id AS "ruleId",
  (a.facts->>'valueCents')::integer AS "valueCents", (a.facts->>'repairCents')::integer AS "repairCents",
  a.assessed_at AS "assessedAt", coalesce(nullif(c.name, ''), c.email) AS "assessedByName"`;

const JOINS = `
  FROM assessments a
  JOIN devices d ON d.district_id = $1 AND d.id = a.device_id
  JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
  JOIN sites p ON p.district_id = $1 AND p.id = d.site_id
  LEFT JOIN accounts c ON c.district_id = $1 AND c.id = a.assessed_by
 WHERE a.district_id = $1 AND a.withdrawn_at IS NULL`;

const ASSESSMENTS = list<AssessmentRow, AssessmentsQuery>({
  name: 'assessments',
  select: `SELECT ${COLUMNS}${JOINS}`,
  reach: 'd.site_id',
  filters: {
    device: (id, param) => `a.device_id = ${param(id)}`,
    result: (result, param) => `a.result = ${param(result)}`,
    recommendation: (result, param) => `a.recommendation = ${param(result)}`,
    overruled: (isOverruled, param) => `(a.result <> a.recommendation) = ${param(isOverruled)}`,
    hazard: (hazard, param) => `a.hazard = ${param(hazard)}`,
    rule: (id, param) => `a.rule_id = ${param(id)}`,
  },
  sorts: { assessedAt: ['a.assessed_at', 'a.id'], result: ['a.result', 'a.assessed_at', 'a.id'] },
});

type More = Pick<AssessmentDetail, 'rule' | 'answers' | 'facts' | 'note' | 'isLatest'>;

/** One assessment with all of its details. */
const ASSESSMENT = list<AssessmentRow & More, object>({
  name: 'assessment',
  select: `
    SELECT ${COLUMNS}, a.answers, a.facts, a.note,
           a.rule || jsonb_build_object('version', coalesce(a.rules_version, 0)) AS rule,
           NOT EXISTS (SELECT FROM assessments o
                        WHERE o.district_id = $1 AND o.device_id = a.device_id AND o.withdrawn_at IS NULL
                          AND (o.assessed_at, o.id) > (a.assessed_at, a.id)) AS "isLatest"${JOINS}`,
  reach: 'd.site_id',
  filters: {},
  sorts: { id: ['a.id'] },
  id: 'a.id',
});

@Injectable()
export class AssessmentsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: AssessmentsQuery): Promise<Page<AssessmentRow>> {
    return this.lists.answer(ASSESSMENTS, scope, query);
  }

  /**
   * @param lock a clause `FOR …`, which names the rows that stay locked until the transaction ends
   * @throws NotFound if the caller cannot see the site of the device
   */
  async find(scope: Scope, id: string, tx?: Tx, lock?: string): Promise<AssessmentDetail> {
    const found = await this.lists.find(ASSESSMENT, scope, id, tx, lock);
    if (!found) throw new NotFound('The assessment', 'ASSESSMENT_NOT_FOUND');
    const { ruleId: _, ...row } = found;
    const db = tx ?? this.source;
    const overrules = await db.query<OverruleView[]>(
      `SELECT o.result, o.reason, o.decided_at AS "decidedAt", coalesce(nullif(c.name, ''), c.email) AS "decidedByName"
         FROM assessment_overrules o
         LEFT JOIN accounts c ON c.district_id = $1 AND c.id = o.decided_by
        WHERE o.district_id = $1 AND o.assessment_id = $2 ORDER BY o.round`,
      [scope.districtId, id],
    );
    const parts = await db.query<TakenPartView[]>(
      `SELECT o.name, o.count, o.serial_number AS "serialNumber", o.taken_at AS "takenAt",
              coalesce(nullif(c.name, ''), c.email) AS "takenByName"
         FROM assessment_parts o
         LEFT JOIN accounts c ON c.district_id = $1 AND c.id = o.taken_by
        WHERE o.district_id = $1 AND o.assessment_id = $2 ORDER BY o.place`,
      [scope.districtId, id],
    );
    const photos = await photosOf(db, scope.districtId, id);
    return { ...row, whatNow: row.hazard === null ? null : SWOLLEN_WHAT_NOW.en, overrules, parts, photos };
  }
}
