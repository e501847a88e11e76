import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { DESKTOP, Web } from './web.js';

/** The pages of claims in a district with six devices and a vendor. Each test has devices of its own. */
export class ClaimPages {
  district!: TestDistrict;
  page!: Page;
  private used = 0;

  private constructor(readonly web: Web) {}

  static async start(): Promise<ClaimPages> {
    return new ClaimPages(await Web.start());
  }

  async begin(): Promise<void> {
    this.district = await districtWithSites(this.web.app);
    await load(this.web.app, this.district.admin, devicesCsv(numbered(6, { Room: '12' })));
    await this.district.admin
      .post('/vendors')
      .send({ name: 'Lenovo', roles: ['manufacturer'] })
      .expect(201);
    this.used = 0;
  }

  async open(path: string, viewport = DESKTOP, more: BrowserContextOptions = {}): Promise<Page> {
    const email = await this.web.account(this.district, 'technician', { sites: ['A1'] });
    this.page = await this.web.signedIn(await this.web.context(viewport, more), email);
    await this.page.goto(path);
    return this.page;
  }

  /** A device that no test has used yet, with a warranty that pays for defects. */
  async covered(more: object = {}): Promise<string> {
    const tag = this.bare();
    const { id } = await deviceOf(this.district.admin, tag);
    const lasts = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };
    await this.district.admin
      .post('/coverages')
      .send({ vendor: 'lenovo', kind: 'manufacturer', ...lasts, ...more, deviceId: id })
      .expect(201);
    return tag;
  }

  /** A device that no test has used yet, without coverage. */
  bare(): string {
    this.used += 1;
    return `T${1000 + this.used}`;
  }

  async start(tag: string, more: object = {}): Promise<ClaimDetail> {
    const { id: deviceId } = await deviceOf(this.district.admin, tag);
    const fault = { category: 'screen', observed: 'The screen stays dark.' };
    const answer = await this.district.admin
      .post('/claims')
      .send({ ...fault, deviceId, ...more })
      .expect(201);
    return answer.body as ClaimDetail;
  }

  async step(id: string, body: object): Promise<void> {
    await this.district.admin.post(`/claims/${id}/steps`).send(body).expect(200);
  }

  /** Writes what must be done before a claim of a vendor is ready. */
  async checklist(vendor: string, points: object[]): Promise<void> {
    const { admin } = this.district;
    const { body } = await admin.get('/vendors').expect(200);
    const found = (body as { items: { id: string; key: string }[] }).items.find(({ key }) => key === vendor);
    await admin
      .put(`/vendors/${found?.id}/claim-checklist`)
      .set('If-Match', '*')
      .send({ points })
      .expect(200);
  }

  /** Checks points off, as somebody else. */
  async tick(claims: string[], points: object[]): Promise<void> {
    await this.district.admin.post('/claims/checklist').send({ claims, points }).expect(200);
  }

  async all(): Promise<ClaimDetail[]> {
    const { body } = await this.district.admin.get('/claims?sort=number').expect(200);
    return (body as { items: ClaimDetail[] }).items;
  }

  async found(id: string): Promise<ClaimDetail> {
    return (await this.district.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }
}
