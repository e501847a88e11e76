import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../../common/ids.js';
import { Clock, dateIn } from '../../../common/time/clock.js';
import { eachDistrict } from '../../../database/each-district.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import type { LetterContents } from '../../../outbox/letter.js';
import { Outbox } from '../../../outbox/outbox.service.js';
import { PeriodicWork } from '../../../periodic/periodic-work.js';
import type { DeadlineKind, ReminderStage } from './deadline.entities.js';
import { NEXT_DUE, OPEN_DUE } from './due-dates.js';
import { reminderLetter, type ReminderLines } from './reminder-letters.js';

/** What letters about the district's own deadlines are about. */
export const CLAIM_REMINDER = 'claim_reminder';

/** The first reminder comes so many days before a deadline. */
const DAYS_AHEAD = 3;
const EVERY_MS = 10 * 60_000;
/** Reminders in one transaction. */
const MOST_AT_ONCE = 500;

interface DueReminder {
  claimId: string;
  kind: DeadlineKind;
  dueOn: string;
  stage: ReminderStage;
  accountId: string;
  email: string;
}

/**
 * Reminds the people of a claim of what the district must do in time: who opened it, and who took its last step. The
 * vendor hears nothing of it, and its clocks do not either.
 */
@Injectable()
export class ClaimReminders implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.registerSubject(CLAIM_REMINDER, {
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: (districtId, noticeId) => this.contents(districtId, noticeId),
    });
    this.periodic.register({
      name: 'reminding of deadlines of claims',
      everyMs: EVERY_MS,
      run: (isStopping) => this.remind(isStopping),
    });
  }

  /** Periodic: writes to everybody who is to be reminded. Any number of processes may do so at once. */
  async remind(isStopping: () => boolean = () => false): Promise<void> {
    await eachDistrict(this.source.manager, async (districtId) => {
      const [district] = await this.source.query<{ timeZone: string }[]>(
        `SELECT time_zone AS "timeZone" FROM districts WHERE id = $1`,
        [districtId],
      );
      const today = dateIn(district?.timeZone ?? 'UTC', this.clock.now());
      let found = MOST_AT_ONCE;
      while (found === MOST_AT_ONCE && !isStopping())
        found = await this.transactions.run((tx) => this.remindWithin(tx, districtId, today));
    });
  }

  /** One letter for each person. @returns how many reminders there were to write */
  private async remindWithin(tx: Tx, districtId: string, today: string): Promise<number> {
    const due = await dueReminders(tx, districtId, today);
    if (due.length === 0) return 0;
    const notices = new Map<string, { id: string; email: string }>();
    const rows = due.map(({ claimId, kind, dueOn, stage, accountId, email }) => {
      const notice = notices.get(accountId) ?? { id: newId(), email };
      notices.set(accountId, notice);
      return {
        claim_id: claimId,
        kind,
        due_on: dueOn,
        stage,
        account_id: accountId,
        notice_id: notice.id,
        reminded_at: tx.at,
      };
    });
    // Another process that writes the same reminder at the same time waits here, and then leaves it out.
    const written = await tx.query<{ noticeId: string }[]>(
      `INSERT INTO claim_reminders (district_id, claim_id, kind, due_on, stage, account_id, notice_id, reminded_at)
       SELECT $1::uuid, n.claim_id, n.kind, n.due_on, n.stage, n.account_id, n.notice_id, n.reminded_at
         FROM jsonb_populate_recordset(NULL::claim_reminders, $2::jsonb) AS n
        ORDER BY n.claim_id, n.kind, n.due_on, n.stage, n.account_id
       ON CONFLICT (district_id, claim_id, kind, due_on, stage, account_id) DO NOTHING
       RETURNING notice_id AS "noticeId"`,
      [districtId, JSON.stringify(rows)],
    );
    const sent = new Set(written.map(({ noticeId }) => noticeId));
    for (const { id, email } of notices.values()) {
      if (!sent.has(id)) continue;
      const of = { channel: 'email', subjectKind: CLAIM_REMINDER, subjectId: id };
      await this.outbox.addWithin(tx, districtId, of, [email]);
    }
    return due.length;
  }

  private async contents(districtId: string, noticeId: string): Promise<LetterContents> {
    const lines = await this.source.query<ReminderLines[]>(
      `SELECT k.number, coalesce(d.asset_tag, d.serial_number) AS code, m.manufacturer || ' ' || m.name AS model,
              s.name AS site, v.name AS vendor, k.rma, r.kind, r.due_on AS "dueOn", r.stage, t.name AS district,
              coalesce(a.language, 'en') AS language
         FROM claim_reminders r
         JOIN claims k ON k.district_id = $1 AND k.id = r.claim_id
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
         JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
         JOIN accounts a ON a.district_id = $1 AND a.id = r.account_id
         JOIN districts t ON t.id = $1
        WHERE r.district_id = $1 AND r.notice_id = $2 ORDER BY r.due_on, k.sequence`,
      [districtId, noticeId],
    );
    return reminderLetter(lines);
  }
}

/** Reminders that were not sent yet. Each person of a claim gets one before a deadline and one after it. */
function dueReminders(tx: Tx, districtId: string, today: string): Promise<DueReminder[]> {
  const kinds = Object.entries(OPEN_DUE).map(([kind, sql]) => `('${kind}', ${sql})`);
  return tx.query<DueReminder[]>(
    `SELECT k.id AS "claimId", x.kind, x.due_on AS "dueOn", x.stage, a.id AS "accountId", a.email
       FROM claims k
      CROSS JOIN LATERAL (
        SELECT o.kind, o.due_on, CASE WHEN o.due_on < $2::date THEN 'late' ELSE 'ahead' END AS stage
          FROM (VALUES ${kinds.join(', ')}) AS o (kind, due_on)
         WHERE o.due_on <= $2::date + ${DAYS_AHEAD}) x
       JOIN accounts a ON a.district_id = $1 AND a.disabled_at IS NULL AND a.id IN (
              k.opened_by,
              (SELECT l.taken_by FROM steps_taken l
                WHERE l.district_id = $1 AND l.subject_kind = 'claim' AND l.subject_id = k.id AND l.taken_by IS NOT NULL
                ORDER BY l.version DESC LIMIT 1))
        AND a.role <> 'vendor'
      WHERE k.district_id = $1 AND ${NEXT_DUE} <= $2::date + ${DAYS_AHEAD}
        AND NOT EXISTS (
          SELECT FROM claim_reminders r
           WHERE r.district_id = $1 AND r.claim_id = k.id AND r.kind = x.kind AND r.due_on = x.due_on
             AND r.stage = x.stage AND r.account_id = a.id)
      ORDER BY x.due_on, k.id LIMIT ${MOST_AT_ONCE}`,
    [districtId, today],
  );
}
