import { generateKeyPairSync } from 'node:crypto';
import type { JobView } from '../../src/jobs/jobs.service.js';
import type { DeviceCoverage } from '../../src/warranty/coverages/coverages.queries.js';
import type { AnswerView } from '../../src/warranty/look-ups/answers.queries.js';
import type { LookUpTally } from '../../src/warranty/look-ups/look-up-writes.js';
import { MakerHttp } from '../../src/warranty/look-ups/maker-calls.js';
import { testApp, type TestApp, type TestUser } from './app.js';
import { register, type Register } from './devices.js';
import { type HttpsPeer, httpsPeer, type PeerAnswer, type PeerRequest } from './https-peer.js';

const HOSTS = [
  'apigtwb2c.us.dell.com',
  'supportapi.lenovo.com',
  'warranty.api.hp.com',
  'api-school.apple.com',
  'account.apple.com',
];

const ZONES: Record<string, string> = {
  Dell: 'America/Chicago',
  Lenovo: 'America/New_York',
  HP: 'America/Los_Angeles',
  Apple: 'America/Los_Angeles',
};

/** The key of a school at Apple. */
export const { privateKey: APPLE_KEY } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const CREDENTIALS: Record<string, Record<string, string>> = {
  dell: { clientId: 'our-id', clientSecret: 'dell-secret' },
  lenovo: { clientId: 'lenovo-secret' },
  hp: { clientId: 'our-id', clientSecret: 'hp-secret' },
  apple: {
    clientId: 'SCHOOLAPI.our-id',
    keyId: 'our-key',
    privateKey: APPLE_KEY.export({ type: 'pkcs8', format: 'pem' }).toString(),
  },
};

export const tallyOf = ({ result }: JobView): LookUpTally => result as LookUpTally;

export const isToken = ({ url }: Pick<PeerRequest, 'url'>): boolean => url.pathname.endsWith('/token');
export const TOKEN = { json: { access_token: 'token-1', expires_in: 3600 } };

/** A maker that gives tokens, and answers the rest. */
export const withToken =
  (rest: (request: PeerRequest) => PeerAnswer): ((request: PeerRequest) => PeerAnswer) =>
  (request) =>
    isToken(request) ? TOKEN : rest(request);

/** An application whose ways to makers lead to a peer that stands for all of them. */
export class MakerWorld {
  here!: Register;
  technician!: TestUser;
  /** What the maker of a test answers. */
  answer!: (request: PeerRequest) => PeerAnswer | Promise<PeerAnswer>;

  private constructor(
    readonly app: TestApp,
    readonly peer: HttpsPeer,
  ) {}

  static async start(): Promise<MakerWorld> {
    // Of its own, because its way out leads to the peer.
    const app = await testApp({});
    const peer = await httpsPeer(HOSTS, (request) => world.answer(request));
    const world = new MakerWorld(app, peer);
    const http = app.get(MakerHttp);
    http.dispatcher = peer.dispatcher;
    http.secondMs = 1;
    return world;
  }

  /** A district with the four vendors. */
  async begin(): Promise<void> {
    this.peer.requests.length = 0;
    this.here = await register(this.app);
    for (const [name, timeZone] of Object.entries(ZONES))
      await this.here.admin
        .post('/vendors')
        .send({ name, timeZone, roles: ['manufacturer'] })
        .expect(201);
    this.technician = await this.app.user(this.here.district, 'technician', { sites: ['A'] });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.peer.close();
  }

  enter(maker: string): PromiseLike<unknown> {
    return this.here.admin
      .put(`/maker-accounts/${maker}`)
      .send({ vendor: maker, credentials: CREDENTIALS[maker] })
      .expect(204);
  }

  async device(manufacturer: string, serialNumber: string, more: object = {}): Promise<string> {
    const said = { manufacturer, model: 'Chromebook', kind: 'chromebook', serialNumber, ...more };
    return (await this.here.add(said)).id;
  }

  async lookUp(maker: string, more: object = {}, by = this.here.admin): Promise<JobView> {
    const { body } = await by
      .post('/coverage-look-ups')
      .send({ maker, ...more })
      .expect(202);
    return this.app.job(by, (body as JobView).id);
  }

  async coverageOf(id: string): Promise<DeviceCoverage['coverages']> {
    const { body } = await this.here.admin.get(`/devices/${id}/coverage`).expect(200);
    return (body as DeviceCoverage).coverages;
  }

  async answersOf(id: string): Promise<AnswerView[]> {
    const { body } = await this.here.admin.get(`/coverage-look-ups/answers?device=${id}`).expect(200);
    return (body as { items: AnswerView[] }).items;
  }
}
