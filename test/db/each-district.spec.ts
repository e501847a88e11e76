import pg from 'pg';
import { AccessRetention } from '../../src/access/access-retention.js';
import { DatabaseBusy } from '../../src/common/database-errors.js';
import { eachDistrict } from '../../src/database/each-district.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

let app: TestApp;
let districts: TestDistrict[];

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  districts = [await app.district(), await app.district(), await app.district()];
});

afterAll(() => app.close());

/** Does `work` for each district, and says for which it was done and what was thrown at the end. */
async function turns(
  work: (districtId: string) => Promise<void>,
  those?: { sql: string; parameters: unknown[] },
): Promise<{ had: number[]; thrown: unknown }> {
  const had: number[] = [];
  let thrown: unknown;
  await eachDistrict(
    app.source,
    async (districtId) => {
      had.push(districts.findIndex(({ id }) => id === districtId));
      await work(districtId);
    },
    those,
  ).catch((error: unknown) => (thrown = error));
  return { had, thrown };
}

const nothing = (): Promise<void> => Promise.resolve();

describe('work for one district after the other', () => {
  it('is done for all of them', async () => {
    expect(await turns(nothing)).toEqual({ had: [0, 1, 2], thrown: undefined });
  });

  it('is done for those that need it, in the order in which they were found', async () => {
    const ids = [districts[2]?.id, districts[0]?.id];
    const sql = 'SELECT id FROM unnest($1::uuid[]) AS x (id)';
    expect(await turns(nothing, { sql, parameters: [ids] })).toEqual({ had: [2, 0], thrown: undefined });
  });

  it('goes on after one district has failed, and throws in the end', async () => {
    const failure = new Error('its node is away');
    const fails = (id: string): Promise<void> =>
      id === districts[1]?.id ? Promise.reject(failure) : nothing();
    expect(await turns(fails)).toEqual({ had: [0, 1, 2], thrown: failure });
  });

  it('says how many have failed', async () => {
    const { had, thrown } = await turns(() => Promise.reject(new Error('away')));
    expect(had).toEqual([0, 1, 2]);
    expect(thrown).toMatchObject({ message: 'It failed for 3 districts.', errors: [{}, {}, {}] });
  });

  it('is done for all of them where the search for those that need it fails', async () => {
    const failing = { sql: 'SELECT 1 / 0 AS id', parameters: [] };
    expect(await turns(nothing, failing)).toEqual({ had: [0, 1, 2], thrown: undefined });
  });

  it('ends where no connection is free: the others would wait for one too', async () => {
    const { had, thrown } = await turns(() => Promise.reject(new DatabaseBusy(10)));
    expect(had).toEqual([0]);
    expect(thrown).toBeInstanceOf(DatabaseBusy);
  });
});

describe('rows that nobody can use again', () => {
  it('are removed of the other districts where those of one cannot be', async () => {
    const broken = districts[0]?.id;
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query(`
      CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF OLD.district_id = '${broken}' THEN RAISE EXCEPTION 'its node is away'; END IF; RETURN OLD; END $$;
      CREATE TRIGGER fails BEFORE DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION fails()`);
    await owner.end();
    for (const { id, admin } of districts)
      await app.source.query(
        `INSERT INTO sessions (district_id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, $4)`,
        [id, admin.scope.accountId, Buffer.from(id), new Date(Date.now() - 60_000)],
      );
    await expect(app.get(AccessRetention).removeSpent()).rejects.toThrow('its node is away');
    const left = await app.source.query<{ id: string }[]>(`SELECT district_id AS id FROM sessions`);
    expect(left).toEqual([{ id: broken }]);
  });
});
