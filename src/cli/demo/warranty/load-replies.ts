import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { newId } from '../../../common/ids.js';
import { Transactions } from '../../../database/transactions.js';
import { ClaimMessages } from '../../../warranty/messages/claim-messages.service.js';
import { type ReplyContent, SAYS_NOTHING } from '../../../warranty/replies/intake/reply-content.js';
import { ReplyIntake } from '../../../warranty/replies/intake/reply-intake.service.js';
import { ReplyWords } from '../../../warranty/replies/words/reply-words.service.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL, LEAD_EMAIL, VENDOR_EMAIL } from '../people/demo-accounts.js';

/** The vendor whose desk signs in. */
const DEPOT = 'valley-depot';

interface DepotClaim {
  id: string;
  state: string;
}

/**
 * What the depot next door has said: a day for a repair, a word without a meaning in Rollcall, and an answer that comes
 * after a later one. The states of the claims stay as they are.
 */
export async function loadReplies(stage: DemoStage, accounts: ReadonlyMap<string, string>): Promise<void> {
  const { session, scope, today } = stage;
  const source = session.app.get(DataSource);
  const [known] = await source.query<unknown[]>(`SELECT 1 FROM claim_replies WHERE district_id = $1`, [
    scope.districtId,
  ]);
  if (known) return;
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const lead = await scopeOf(stage, accounts.get(LEAD_EMAIL) ?? '');
  const desk = await scopeOf(stage, accounts.get(VENDOR_EMAIL) ?? '');
  await giveMeanings(stage, its);
  const claims = await source.query<DepotClaim[]>(
    `SELECT k.id, k.state FROM claims k JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
      WHERE k.district_id = $1 AND v.key = $2 AND k.sent_at IS NOT NULL ORDER BY k.sequence`,
    [scope.districtId, DEPOT],
  );
  const open = claims.filter(({ state }) => state === 'sent');
  const at = (time: string): Date => instantOf(scope.timeZone, shifted(today, -1), time);
  const said: [DepotClaim | undefined, Partial<ReplyContent>][] = [
    [open[0], { expectedOn: shifted(today, 4), note: 'The panel is ordered.', saidAt: at('14:00') }],
    [open[1], { word: 'Triage', note: 'On the shelf for triage.' }],
    [open[0], { word: 'Received', note: 'From the list of the morning.', saidAt: at('08:30') }],
  ];
  const incoming = said.flatMap(([claim, content]) =>
    claim ? { id: newId(), claimId: claim.id, content: { ...SAYS_NOTHING, ...content } } : [],
  );
  await asOf(session, at('15:20'), () =>
    session.app
      .get(Transactions)
      .run((tx) =>
        session.app.get(ReplyIntake).takeWithin(tx, desk, incoming, { source: 'https', importId: null }),
      ),
  );
  const [asked] = open;
  if (!asked) return;
  const messages = session.app.get(ClaimMessages);
  const write = (by: Scope, time: string, text: string): Promise<unknown> =>
    asOf(session, at(time), () => messages.write(by, asked.id, text));
  await write(lead, '10:05', 'A class waits for this device. When will it be back?');
  await write(desk, '15:25', 'The panel comes on Thursday. You will have it on Friday.');
}

async function giveMeanings({ session, scope }: DemoStage, its: Scope): Promise<void> {
  const words = session.app.get(ReplyWords);
  const vendors = await session.app
    .get(DataSource)
    .query<{ id: string; key: string }[]>(`SELECT id, key FROM vendors WHERE district_id = $1`, [
      scope.districtId,
    ]);
  const idOf = (key: string): string => vendors.find((vendor) => vendor.key === key)?.id ?? '';
  await words.addReadyMade(its, idOf('dell'), 'dell');
  await words.set(its, idOf(DEPOT), null, {
    words: [
      { word: 'Received', meaning: 'acknowledged' },
      { word: 'On the bench', meaning: 'in_progress' },
      { word: 'Shipped back', meaning: 'resolved', outcome: 'repaired' },
    ],
  });
}
