import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { ClaimReplyView } from '../../src/warranty/replies/handling/claim-replies.queries.js';
import type { ImportView } from '../../src/imports/imports.queries.js';
import type { TestApp, TestUser } from './app.js';
import { register, type Register } from './devices.js';
import { csvOf, load, type Row, rowsOf } from './imports.js';

export const DAY_AND_NIGHT = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: '00:00',
  closes: '24:00',
}));

export interface SentClaim {
  id: string;
  number: string;
  serial: string;
  deviceId: string;
}

/** A district that deals with vendors, and what tests of their answers do all the time. */
export interface Dealing extends Register {
  its: TestUser;
  /** Ids of vendors, by their keys. */
  vendors: Record<string, string>;
  /** A claim that was sent to a vendor. */
  sent(
    vendor: string,
    more?: object,
    device?: { id?: string; [field: string]: string | undefined },
  ): Promise<SentClaim>;
  claim(id: string): Promise<ClaimDetail>;
  /** Somebody who works at a vendor. */
  worker(vendor: string): Promise<TestUser>;
  replies(query?: string, by?: TestUser): Promise<ClaimReplyView[]>;
  /** Loads a file of replies. */
  file(rows: readonly Row[], mode?: 'rehearse' | 'commit', mapping?: string): Promise<ImportView>;
  /** What the rows of a file came to: `change`, `add UNKNOWN_WORD`, `refused SEVERAL_CLAIMS`. */
  said(view: ImportView): Promise<string[]>;
}

export async function dealing(app: TestApp, keys: readonly string[]): Promise<Dealing> {
  const here = await register(app);
  const { admin, district } = here;
  const its = await app.user(district, 'its');
  const vendors: Record<string, string> = {};
  for (const key of keys) {
    const promises = { acknowledgeWithinHours: 8, resolveWithinHours: 40 };
    const { body } = await admin
      .post('/vendors')
      .send({
        key,
        name: `Vendor ${key}`,
        roles: ['depot'],
        timeZone: 'UTC',
        hours: DAY_AND_NIGHT,
        ...promises,
      })
      .expect(201);
    vendors[key] = (body as { id: string }).id;
  }
  let made = 0;
  const claim = async (id: string): Promise<ClaimDetail> =>
    (await admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;
  return {
    ...here,
    its,
    vendors,
    claim,
    sent: async (vendor, more = {}, device = {}) => {
      const serial = `SER${++made}X${district.slug}`.toUpperCase();
      const deviceId = device.id ?? (await here.add({ serialNumber: serial, ...device })).id;
      const fault = { deviceId, vendor, category: 'screen', observed: 'Dark.', ...more };
      const { id, number } = (await admin.post('/claims').send(fault).expect(201)).body as ClaimDetail;
      await admin.post(`/claims/${id}/steps`).send({ step: 'ready', acceptWarnings: true }).expect(200);
      await admin
        .post(`/claims/${id}/steps`)
        .send({ step: 'send', reference: `SR-${made}` })
        .expect(200);
      return { id, number, serial, deviceId };
    },
    worker: (vendor) => app.user(district, 'vendor', { vendorId: vendors[vendor] }),
    replies: async (query = '', by = admin) =>
      (
        (await by.get(`/claim-replies?sort=id&limit=200&${query}`).expect(200)).body as {
          items: ClaimReplyView[];
        }
      ).items,
    file: (rows, mode = 'commit', mapping) =>
      load(app, its, csvOf(rows), { kind: 'claim-replies', mode, ...(mapping ? { mapping } : {}) }),
    said: async ({ id }) =>
      (await rowsOf(its, id)).map(({ outcome, problems, notes }) =>
        [outcome, ...[...(problems ?? []), ...(notes ?? [])].map(({ code }) => code)].join(' '),
      ),
  };
}
