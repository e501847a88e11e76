import type { Locator, Page } from 'playwright-core';
import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { DAY_AND_NIGHT } from '../support/vendor-claims.js';
import { DESKTOP, PASSWORD, signIn, Web } from './web.js';

/** The pages about a vendor, and those of people who work there, in a district with ten devices. */
export class VendorPages {
  district!: TestDistrict;
  /** Valley Depot. */
  vendorId!: string;
  page!: Page;
  private pages: Page[] = [];
  private accounts = 0;

  private constructor(readonly web: Web) {}

  /** @param env settings of a process of its own that works on jobs and letters */
  static async start(env?: Record<string, string>): Promise<VendorPages> {
    return new VendorPages(env ? await Web.alone([], env) : await Web.start());
  }

  async begin(): Promise<void> {
    this.district = await districtWithSites(this.web.app);
    await load(this.web.app, this.district.admin, devicesCsv(numbered(10, { Room: '12' })));
    const { body } = await this.district.admin
      .post('/vendors')
      .send({
        name: 'Valley Depot',
        roles: ['depot'],
        hours: DAY_AND_NIGHT,
        acknowledgeWithinHours: 5,
        resolveWithinHours: 100,
        contacts: [{ level: 1, name: 'Ann Lee', email: 'ann@depot.example', phone: '559-555-0117' }],
      })
      .expect(201);
    this.vendorId = (body as { id: string }).id;
  }

  /** Closes what a test has opened. */
  async end(): Promise<void> {
    for (const page of this.pages) await page.context().close();
    this.pages = [];
  }

  close(): Promise<void> {
    return this.web.close();
  }

  /** Somebody of the district opens a page. */
  async open(path: string, role: 'its' | 'technician' = 'its', viewport = DESKTOP): Promise<Page> {
    const reach = role === 'technician' ? { sites: ['A1'] } : {};
    const email = await this.web.account(this.district, role, reach);
    this.page = await this.web.signedIn(await this.web.context(viewport), email);
    this.pages.push(this.page);
    await this.page.goto(path);
    return this.page;
  }

  /** Somebody who works at the vendor opens a page. @returns the page and their email */
  async openDesk(path = '/', viewport = DESKTOP): Promise<{ page: Page; email: string }> {
    this.accounts += 1;
    const email = `desk-${this.accounts}-${this.district.slug}@depot.example`;
    const { vendorId } = this;
    await this.web.app
      .get(AccountsService)
      .create(this.district.id, { email, name: 'Kim Ho', role: 'vendor', password: PASSWORD, vendorId });
    const page = await this.web.context(viewport).then((context) => context.newPage());
    this.pages.push(page);
    await page.goto('/');
    await signIn(page, email);
    await page.goto(path);
    return { page, email };
  }

  async ready(tag: string, more: object = {}): Promise<ClaimDetail> {
    const { id: deviceId } = await deviceOf(this.district.admin, tag);
    const fault = { category: 'screen', observed: 'The screen stays dark.' };
    const { body } = await this.district.admin
      .post('/claims')
      .send({ ...fault, deviceId, vendor: 'valley-depot', ...more })
      .expect(201);
    const claim = body as ClaimDetail;
    await this.step(claim.id, { step: 'ready', acceptWarnings: true });
    return claim;
  }

  async sent(tag: string, more: object = {}): Promise<ClaimDetail> {
    const claim = await this.ready(tag, more);
    await this.step(claim.id, { step: 'send', reference: `SR-${tag}` });
    return claim;
  }

  async step(id: string, body: object): Promise<void> {
    await this.district.admin.post(`/claims/${id}/steps`).send(body).expect(200);
  }

  async claim(id: string): Promise<ClaimDetail> {
    return (await this.district.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;
  }

  /** The vendor answers by a file that is taken over at once. */
  async replied(text: string): Promise<void> {
    await load(this.web.app, this.district.admin, text, { kind: 'claim-replies', mode: 'commit' });
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  dialog(page = this.page): Locator {
    return page.getByRole('dialog');
  }
}
