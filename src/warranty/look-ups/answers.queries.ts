import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { AnswerOutcome } from './look-ups.entities.js';
import type { AnswersQuery } from './look-ups.dto.js';
import type { MakerName } from './makers/maker.js';

/** What a maker last said of a device. */
export interface AnswerView {
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** Code of the site of the device. */
  site: string;
  maker: MakerName;
  /** As it was asked about. */
  serialNumber: string;
  outcome: AnswerOutcome;
  /** Warranties in the answer. */
  coverages: number;
  /** Why nothing was found, or what differs from what others entered. */
  detail: string | null;
  askedAt: Date;
}

const ANSWERS = list<AnswerView, AnswersQuery>({
  name: 'coverage-answers',
  select: () => `
    SELECT a.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode", s.code AS site, a.maker,
           a.serial_number AS "serialNumber", a.outcome, a.coverages, a.detail, a.asked_at AS "askedAt"
      FROM coverage_answers a
      JOIN devices d ON d.district_id = $1 AND d.id = a.device_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
     WHERE a.district_id = $1`,
  reach: 'd.site_id',
  filters: {
    device: (id, param) => `a.device_id = ${param(id)}`,
    maker: (maker, param) => `a.maker = ${param(maker)}`,
    outcome: (outcome, param) => `a.outcome = ${param(outcome)}`,
  },
  sorts: { askedAt: ['a.asked_at', 'a.device_id'] },
  id: 'a.device_id',
});

@Injectable()
export class AnswersQueries {
  constructor(private readonly lists: Lists) {}

  list(scope: Scope, query: AnswersQuery): Promise<Page<AnswerView>> {
    return this.lists.answer(ANSWERS, scope, query);
  }
}
