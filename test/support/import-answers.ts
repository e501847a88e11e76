import type { Response, Test } from 'supertest';
import { newId } from '../../src/common/ids.js';
import type { TestApp, TestUser } from './app.js';
import type { World } from './district-world.js';

interface Here {
  app: TestApp;
  world: World;
  admin: TestUser;
}

/** Special answers of imports, for `SPECIAL_ANSWERS`. */
export const IMPORT_ANSWERS: Record<string, (here: Here) => Promise<Response>> = {
  'POST /imports 404': async ({ admin }) =>
    admin
      .post('/imports')
      .field('kind', 'sites')
      .field('mapping', 'nobody saved this')
      .attach('file', Buffer.from('Site code,Name,Type\nA,B,office\n'), 'sites.csv'),
  'POST /imports 409': async ({ app, admin, world }) => {
    const key = newId();
    const send = (): Test =>
      admin
        .post('/imports')
        .set('idempotency-key', key)
        .field('kind', 'sites')
        .attach('file', Buffer.from('Site code,Name,Type\nA,B,office\n'), 'sites.csv');
    await send().expect(202);
    await app.source.query(
      `UPDATE idempotency_keys SET status = NULL, body = NULL WHERE district_id = $1 AND key = $2`,
      [world.district.id, key],
    );
    return send();
  },
};
