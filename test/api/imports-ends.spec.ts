import { setTimeout as sleep } from 'node:timers/promises';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  countBySite,
  devicesCsv,
  districtWithSites,
  ended,
  load,
  numbered,
  show,
  step,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

/** Keeps imports from deleting their staged rows, which is the last thing that each of them does. */
async function holdEnds(): Promise<{ arrives: () => Promise<number>; letGo: () => Promise<void> }> {
  const holder = app.source.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`LOCK TABLE import_rows IN SHARE MODE`);
  return {
    /** Waits until an import is about to end; answers the process of its connection. */
    arrives: async () => {
      for (let tries = 0; tries < 400; tries += 1) {
        const [waiting] = await app.source.query<{ pid: number }[]>(
          `SELECT pid FROM pg_locks WHERE relation = 'import_rows'::regclass AND NOT granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        if (waiting) return waiting.pid;
        await sleep(25);
      }
      throw new Error('no import came to its end');
    },
    letGo: async () => {
      await holder.rollbackTransaction();
      await holder.release();
    },
  };
}

/** As if the worker of a job had died before it could end the job. `endLease` lets another worker take it. */
async function revive(jobId: string, attempt = 1): Promise<{ endLease: () => Promise<void> }> {
  const set = async (sql: string): Promise<void> =>
    void (await app.source.query(`UPDATE jobs SET ${sql} WHERE id = $1`, [jobId]));
  await set(
    `state = 'running', attempt = ${attempt}, finished_at = NULL, lease_until = now() + interval '1 hour'`,
  );
  return { endLease: () => set(`lease_until = now() - interval '1 minute'`) };
}

async function rehearsed(options?: object): Promise<{ district: TestDistrict; id: string; jobId: string }> {
  const district = await districtWithSites(app);
  const { id, job } = await load(app, district.admin, devicesCsv(numbered(1_500)), {
    mode: 'rehearse',
    ...(options && { options }),
  });
  return { district, id, jobId: job?.id ?? '' };
}

describe('the end of an import', () => {
  it('is one with the end of its job, so that no undo begins while the commit still runs', async () => {
    const { district, id } = await rehearsed();
    const held = await holdEnds();
    await district.admin.post(`/imports/${id}/commit`).expect(202);
    await held.arrives();
    expect(await show(district.admin, id)).toMatchObject({ state: 'committing', job: { state: 'running' } });
    const undo = district.admin.post(`/imports/${id}/undo`).then(({ status }) => status);
    await held.letGo();
    // It waited for the commit, or came after it.
    expect([202, 409]).toContain(await undo);
  });

  it('comes all the same where somebody cancels the import a moment too late', async () => {
    const { district, id } = await rehearsed();
    const held = await holdEnds();
    await district.admin.post(`/imports/${id}/commit`).expect(202);
    await held.arrives();
    const cancel = district.admin.post(`/imports/${id}/cancel`).then(({ status }) => status);
    await sleep(300);
    await held.letGo();
    expect(await cancel).toBe(202);
    expect(await show(district.admin, id)).toMatchObject({ state: 'committed', job: { state: 'done' } });
  });

  it.each([{ allOrNothing: false }, { allOrNothing: true }])(
    'comes once where the worker dies just before it: %j',
    async (options) => {
      const { district, id } = await rehearsed(options);
      const held = await holdEnds();
      const { body } = await district.admin.post(`/imports/${id}/commit`).expect(202);
      const [{ isEnded } = { isEnded: false }] = await app.source.query<{ isEnded: boolean }[]>(
        `SELECT pg_terminate_backend($1) AS "isEnded"`,
        [await held.arrives()],
      );
      expect(isEnded).toBe(true);
      await held.letGo();
      const committed = await ended(app, district.admin, body as Parameters<typeof ended>[2]);
      expect(committed).toMatchObject({ state: 'committed', plan: { rows: 1_500, add: 1_500 } });
      expect((await step(app, district.admin, id, 'undo')).job?.result).toMatchObject({ undone: 1_500 });
    },
  );

  it('of an undo is one with the end of its job too', async () => {
    const { district, id } = await rehearsed();
    await step(app, district.admin, id, 'commit');
    const held = await holdEnds();
    const { body } = await district.admin.post(`/imports/${id}/undo`).expect(202);
    await held.arrives();
    expect(await show(district.admin, id)).toMatchObject({ state: 'undoing', job: { state: 'running' } });
    await held.letGo();
    expect(await ended(app, district.admin, body as Parameters<typeof ended>[2])).toMatchObject({
      state: 'undone',
      job: { state: 'done', result: { undone: 1_500 } },
    });
  });
});

describe('a job that is begun again after another has taken over its import', () => {
  it('ends without touching the import, and the others of its lane go on: a commit', async () => {
    const { district, id } = await rehearsed();
    const { job } = await step(app, district.admin, id, 'commit');
    const revived = await revive(job?.id ?? '');
    const undo = (await district.admin.post(`/imports/${id}/undo`).expect(202)).body;
    await revived.endLease();
    expect(await app.job(district.admin, job?.id ?? '')).toMatchObject({ state: 'failed' });
    expect(await ended(app, district.admin, undo as Parameters<typeof ended>[2])).toMatchObject({
      state: 'undone',
      job: { state: 'done', result: { undone: 1_500 } },
    });
    expect(await countBySite(district.admin)).toEqual({});
    expect((await load(app, district.admin, devicesCsv(numbered(1)))).state).toBe('committed');
  });

  it('ends without touching the import: a rehearsal', async () => {
    const { district, id, jobId } = await rehearsed();
    const committed = await step(app, district.admin, id, 'commit');
    await (await revive(jobId)).endLease();
    expect(await app.job(district.admin, jobId)).toMatchObject({ state: 'failed' });
    expect(await show(district.admin, id)).toEqual(committed);
  });

  it.each([1, 25])('ends though it had ended before, at attempt %i: an undo', async (attempt) => {
    const { district, id } = await rehearsed();
    await step(app, district.admin, id, 'commit');
    const undone = await step(app, district.admin, id, 'undo');
    await (await revive(undone.job?.id ?? '', attempt)).endLease();
    expect(await app.job(district.admin, undone.job?.id ?? '')).toMatchObject({ state: 'failed' });
    expect(await show(district.admin, id)).toMatchObject({ state: 'undone' });
    expect((await load(app, district.admin, devicesCsv(numbered(1)))).state).toBe('committed');
  });

  it('ends when it is cancelled', async () => {
    const { district, id } = await rehearsed();
    const { job } = await step(app, district.admin, id, 'commit');
    const jobId = job?.id ?? '';
    await app.source.query(`UPDATE jobs SET state = 'queued', next_attempt_at = 'infinity' WHERE id = $1`, [
      jobId,
    ]);
    await district.admin.post(`/imports/${id}/undo`).expect(202);
    await district.admin.post(`/jobs/${jobId}/cancel`).expect(202);
    expect(await app.job(district.admin, jobId)).toMatchObject({ state: 'cancelled' });
    expect((await load(app, district.admin, devicesCsv(numbered(1)))).state).toBe('committed');
    expect((await show(district.admin, id)).state).toBe('undone');
  });
});
