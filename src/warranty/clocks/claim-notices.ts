import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterContents } from '../../outbox/letter.js';
import { Outbox } from '../../outbox/outbox.service.js';
import type { FaultCategory } from '../claims/claim.entity.js';
import type { ClockName } from './claim-clock.js';

/** What letters about claims that came to a level are about. */
export const CLAIM_NOTICE = 'claim_notice';

/** Claims in one letter. What is more goes into the next one. */
export const MOST_LISTED = 500;

interface NoticeRow {
  number: string;
  serialNumber: string | null;
  model: string;
  category: FaultCategory;
  reference: string | null;
  sentOn: string | null;
  level: number;
  clock: ClockName | null;
  reason: string | null;
  district: string;
  vendor: string;
}

/**
 * What the letters say that tell a vendor of new and of late claims. What was observed is not in them, because technicians
 * may have named a student in it. The reason of a claim that was raised by hand is: whoever writes it knows who reads it.
 */
@Injectable()
export class ClaimNotices implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.registerSubject(CLAIM_NOTICE, {
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: (districtId, noticeId) => this.contents(districtId, noticeId),
    });
  }

  private async contents(districtId: string, noticeId: string): Promise<LetterContents> {
    const rows = await this.source.query<NoticeRow[]>(
      `SELECT k.number, d.serial_number AS "serialNumber", m.manufacturer || ' ' || m.name AS model, k.category,
              k.reference, (k.sent_at AT TIME ZONE t.time_zone)::date::text AS "sentOn", e.level, e.clock,
              e.reason, t.name AS district, v.name AS vendor
         FROM claim_escalations e
         JOIN claims k ON k.district_id = $1 AND k.id = e.claim_id
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
         JOIN districts t ON t.id = $1
        WHERE e.district_id = $1 AND e.notice_id = $2 ORDER BY k.sequence`,
      [districtId, noticeId],
    );
    const [first] = rows;
    if (!first) throw new Error('a notice about no claims');
    const text = [opening(first, rows.length), '', ...rows.flatMap(linesOf), closing(first)];
    return { subject: subject(first, rows.length), text: text.join('\n'), attachments: [] };
  }
}

const claims = (count: number): string => (count === 1 ? '1 warranty claim' : `${count} warranty claims`);

function subject({ district, level }: NoticeRow, count: number): string {
  return level === 1 ? `${district}: ${claims(count)}` : `${district}: ${claims(count)} at level ${level}`;
}

function opening({ district, vendor, level }: NoticeRow, count: number): string {
  if (level === 1) return `${district} sent ${claims(count)} to ${vendor}.`;
  return `${district} raised ${claims(count)} with ${vendor} to level ${level}.`;
}

const LATE: Record<ClockName, string> = {
  acknowledge: 'It was not acknowledged in the promised time.',
  resolve: 'It was not resolved in the promised time.',
};

function linesOf(row: NoticeRow): string[] {
  const { number, model, serialNumber, category, reference, sentOn, clock, reason } = row;
  const facts = [`${model}, serial number ${serialNumber ?? 'unknown'}`, category.replaceAll('_', ' ')];
  return [
    `${number}: ${facts.join(', ')}`,
    ...(reference === null ? [] : [`  Your reference: ${reference}`]),
    ...(sentOn === null ? [] : [`  Sent on ${sentOn}`]),
    ...(clock === null ? [] : [`  ${LATE[clock]}`]),
    ...(reason === null ? [] : [`  Reason: ${reason}`]),
    '',
  ];
}

function closing({ district, level }: NoticeRow): string {
  return level === 1
    ? `Please acknowledge each claim to ${district}.`
    : `Please tell ${district} when each claim will be resolved.`;
}
