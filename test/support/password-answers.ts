import type { Test } from 'supertest';
import { WORLD_PASSWORD } from './district-world.js';
import { fresh } from './route-row.js';
import type { Here, Special } from './special-answers.js';

/** Changes the password of a new account, in a session of its own. */
async function newPasswordOf(
  { app, admin }: Here,
  network: string,
): Promise<(currentPassword: string) => Test> {
  const email = `${fresh().toLowerCase()}@test.example`;
  await admin.post('/accounts').send({ email, role: 'its', password: WORLD_PASSWORD }).expect(201);
  const signedIn = await app.http
    .post('/api/v1/session')
    .set('x-forwarded-for', network)
    .send({ email, password: WORLD_PASSWORD });
  const [cookie = ''] = signedIn.get('set-cookie') ?? [];
  return (currentPassword) =>
    app.http
      .put('/api/v1/session/password')
      .set('cookie', cookie)
      .send({ currentPassword, newPassword: 'another good password' });
}

/** What changing one’s own password answers. The accounts that other routes are asked by have no password. */
export const PASSWORD_ANSWERS: Record<string, Special> = {
  'PUT /session/password 204': async (here) => (await newPasswordOf(here, '10.3.1.4'))(WORLD_PASSWORD),
  'PUT /session/password 429': async (here) => {
    const change = await newPasswordOf(here, '10.3.1.5');
    for (let attempt = 0; attempt < 5; attempt++) await change('wrong');
    return change('wrong');
  },
};
