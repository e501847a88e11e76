import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryDesk } from './delivery-desk.js';
import { ClaimWork, type WorkPlan } from './claim-work.js';
import { stubbornly } from './killed-rollcall.js';
import { PatientClient } from './patient-client.js';

const PAUSE_MS = 30;
/** Until a piece of work that waits for Rollcall is looked at again. */
const LOOK_MS = 500;
/** What every caller has begun at most, so that all stages are under way at any moment. */
const BEGUN_BY_CALLER = 2;

interface Moment {
  at: number;
  come: () => void;
}

/** Many callers who take claims through their whole life, while somebody kills the server that they call. */
export class ClaimLife {
  readonly client: PatientClient;
  /** Work that a caller may go on with, and from when on. */
  private readonly begun: { work: ClaimWork; from: number }[] = [];
  private readonly over: ClaimWork[] = [];
  private readonly moments: Moment[] = [];
  private readonly asked: number;
  private passed = 0;
  private inHand = 0;
  private failure: unknown;

  constructor(
    private readonly desk: DeliveryDesk,
    url: () => string,
    private readonly plans: WorkPlan[],
    private readonly random: () => number,
  ) {
    this.client = new PatientClient(url);
    this.asked = plans.length;
  }

  /** @returns all work, each piece with its claims closed. @throws what a caller did not expect */
  async run(callers: number): Promise<ClaimWork[]> {
    const arrivals = this.watchArrivals().catch((error: unknown) => (this.failure ??= error));
    await Promise.all(Array.from({ length: callers }, () => this.call(callers)));
    await arrivals;
    this.ring();
    if (this.failure) throw this.failure;
    return this.over;
  }

  /** Waits until such a part (0 to 1) of all batches is made and delivered, or everything is over. */
  reaches(part: number): Promise<void> {
    return new Promise((come) => {
      this.moments.push({ at: part * this.asked * 2, come });
      this.ring();
    });
  }

  private get isOver(): boolean {
    return this.over.length === this.asked || this.failure !== undefined;
  }

  private async call(callers: number): Promise<void> {
    while (!this.isOver) {
      const work = this.take(callers);
      if (!work) {
        await sleep(PAUSE_MS);
        continue;
      }
      this.inHand += 1;
      await this.goOn(work).catch((error: unknown) => (this.failure ??= error));
      this.inHand -= 1;
    }
  }

  /** What is begun goes first. */
  private take(callers: number): ClaimWork | undefined {
    const now = Date.now();
    const i = this.begun.findIndex(({ from }) => from <= now);
    if (i >= 0) return this.begun.splice(i, 1)[0]?.work;
    if (this.begun.length + this.inHand >= callers * BEGUN_BY_CALLER) return undefined;
    const plan = this.plans.shift();
    return plan && new ClaimWork(plan, this.client, this.desk.here, this.random);
  }

  private async goOn(work: ClaimWork): Promise<void> {
    const stage = work.stage;
    const isThrough = await work.goOn();
    if (isThrough && (stage === 'batch' || stage === 'arrive')) {
      this.passed += 1;
      this.ring();
    }
    if (work.stage === 'over') this.over.push(work);
    else this.begun.push({ work, from: isThrough ? 0 : Date.now() + LOOK_MS });
  }

  private ring(): void {
    for (const moment of this.moments) if (this.isOver || this.passed >= moment.at) moment.come();
  }

  /** The hours that a letter waits between two attempts are over at once, and work learns that its file arrived. */
  private async watchArrivals(): Promise<void> {
    while (!this.isOver) {
      await stubbornly(() => this.lookForArrivals());
      await sleep(LOOK_MS);
    }
  }

  private async lookForArrivals(): Promise<void> {
    const { here, app } = this.desk;
    await app.source.query(
      `UPDATE outbox SET next_attempt_at = now() - interval '1 second'
        WHERE district_id = $1 AND state = 'waiting' AND next_attempt_at > now()`,
      [here.district.id],
    );
    const rows = await app.source.query<{ id: string }[]>(
      `SELECT subject_id AS id FROM outbox
        WHERE district_id = $1 AND state IN ('sent', 'unsure') AND subject_id = ANY ($2::uuid[])`,
      [here.district.id, this.begun.flatMap(({ work }) => work.batch?.id ?? [])],
    );
    const arrived = new Set(rows.map(({ id }) => id));
    for (const { work } of this.begun) if (arrived.has(work.batch?.id ?? '')) work.hasArrived = true;
  }
}
