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
import { lotLetter, type LotLetterFacts } from './lot-letters.js';

/** The subject that the outbox has for letters about lots. */
export const LOT_REMINDER = 'lot_reminder';

const EVERY_MS = 60 * 60_000;
/** How many reminders one transaction writes. */
const MOST_AT_ONCE = 500;

/**
 * Reminds the person who created a lot and the person who took its last step: once a week while its papers are late, and
 * before the year of universal waste ends (22 CCR 66273.35).
 */
@Injectable()
export class LotReminders implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.registerSubject(LOT_REMINDER, {
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: (districtId, id) => this.contents(districtId, id),
    });
    this.periodic.register({
      name: 'reminding of lots',
      everyMs: EVERY_MS,
      run: (isStopping) => this.remind(isStopping),
    });
  }

  /** Periodic: writes all reminders that are due. Several processes can do so at once. */
  async remind(isStopping: () => boolean = () => false): Promise<void> {
    await eachDistrict(this.source.manager, async (districtId) => {
      const [district] = await this.source.query<{ timeZone: string }[]>(
        `SELECT time_zone AS "timeZone" FROM districts WHERE id = $1`,
        [districtId],
      );
      const today = dateIn(district?.timeZone ?? 'UTC', this.clock.now());
      let written = MOST_AT_ONCE;
      while (written === MOST_AT_ONCE && !isStopping())
        written = await this.transactions.run((tx) => this.remindWithin(tx, districtId, today));
    });
  }

  /** @returns how many reminders were written */
  private async remindWithin(tx: Tx, districtId: string, today: string): Promise<number> {
    const due = await dueReminders(tx, districtId, today);
    if (due.length === 0) return 0;
    // If another process writes the same reminder at the same time, this one waits here and then leaves it out.
    const written = await tx.query<{ id: string }[]>(
      `INSERT INTO lot_reminders (district_id, id, lot_id, account_id, kind, about_on, reminded_at)
       SELECT $1::uuid, n.id, n."lotId", n."accountId", n.kind, n."aboutOn", $3::timestamptz
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "lotId" uuid, "accountId" uuid, kind text, "aboutOn" date)
        ORDER BY n."lotId", n."accountId", n.kind
       ON CONFLICT (district_id, lot_id, account_id, kind, about_on) DO NOTHING RETURNING id`,
      [districtId, JSON.stringify(due), tx.at],
    );
    const emails = new Map(due.map(({ id, email }) => [id, email]));
    for (const { id } of written) {
      const of = { channel: 'email', subjectKind: LOT_REMINDER, subjectId: id };
      await this.outbox.addWithin(tx, districtId, of, [emails.get(id) ?? '']);
    }
    return written.length;
  }

  private async contents(districtId: string, id: string): Promise<LetterContents> {
    const [facts] = await this.source.query<(Omit<LotLetterFacts, 'isDone'> & { hasLeft: boolean })[]>(
      `SELECT l.number, l.name, s.name AS site, r.kind, r.about_on AS "aboutOn", t.name AS district,
              coalesce(a.language, 'en') AS language, r.about_on < ($3::timestamptz AT TIME ZONE t.time_zone)::date AS "isOver",
              l.state NOT IN ('open', 'frozen', 'approved') AS "hasLeft",
              coalesce((SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'dueOn', o.due_on) ORDER BY o.due_on, o.kind)
                          FROM lot_obligations o
                         WHERE o.district_id = $1 AND o.lot_id = l.id AND o.filed_at IS NULL
                           AND o.due_on < r.about_on), '[]') AS late
         FROM lot_reminders r
         JOIN lots l ON l.district_id = $1 AND l.id = r.lot_id
         JOIN sites s ON s.district_id = $1 AND s.id = l.site_id
         JOIN accounts a ON a.district_id = $1 AND a.id = r.account_id
         JOIN districts t ON t.id = $1
        WHERE r.district_id = $1 AND r.id = $2`,
      [districtId, id, this.clock.now()],
    );
    if (!facts) throw new Error('a letter about a lot that is gone');
    const isDone = facts.kind === 'obligations' ? facts.late.length === 0 : facts.hasLeft;
    return lotLetter({ ...facts, isDone });
  }
}

interface DueReminder {
  id: string;
  lotId: string;
  accountId: string;
  email: string;
  kind: string;
  aboutOn: string;
}

/** Reminders that are due: one a week about late papers, and about waste one from 30 days on and one from 7 days on. */
async function dueReminders(tx: Tx, districtId: string, today: string): Promise<DueReminder[]> {
  const rows = await tx.query<Omit<DueReminder, 'id'>[]>(
    `SELECT x.id AS "lotId", a.id AS "accountId", a.email, x.kind, x.about_on AS "aboutOn"
       FROM (
         SELECT DISTINCT l.id, l.created_by, 'obligations' AS kind, $2::date AS about_on
           FROM lot_obligations o
           JOIN lots l ON l.district_id = $1 AND l.id = o.lot_id
          WHERE o.district_id = $1 AND o.filed_at IS NULL AND o.due_on < $2::date
          UNION ALL
         SELECT l.id, l.created_by, w.kind, (l.waste_since + interval '1 year')::date
           FROM lots l
           JOIN (VALUES ('waste_30', 8, 30), ('waste_7', NULL, 7)) AS w (kind, fewest, most)
             ON (l.waste_since + interval '1 year')::date - $2::date <= w.most
            AND (w.fewest IS NULL OR (l.waste_since + interval '1 year')::date - $2::date >= w.fewest)
          WHERE l.district_id = $1 AND l.waste_since IS NOT NULL AND l.state IN ('open', 'frozen', 'approved')) x
       JOIN accounts a ON a.district_id = $1 AND a.disabled_at IS NULL AND a.id IN (
              x.created_by,
              (SELECT h.taken_by FROM steps_taken h
                WHERE h.district_id = $1 AND h.subject_kind = 'lot' AND h.subject_id = x.id AND h.taken_by IS NOT NULL
                ORDER BY h.version DESC LIMIT 1))
      WHERE NOT EXISTS (
        SELECT FROM lot_reminders r
         WHERE r.district_id = $1 AND r.lot_id = x.id AND r.account_id = a.id AND r.kind = x.kind
           AND CASE WHEN x.kind = 'obligations' THEN r.about_on > $2::date - 7 ELSE r.about_on = x.about_on END)
      ORDER BY x.id, a.id, x.kind LIMIT ${MOST_AT_ONCE}`,
    [districtId, today],
  );
  return rows.map((row) => ({ id: newId(), ...row }));
}
