import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let deviceId: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await district.admin.post('/funding-sources').send({ name: 'E-rate' }).expect(201);
  const { body } = await district.admin
    .post('/devices')
    .send({
      assetTag: 'T1001',
      manufacturer: 'Acer',
      model: 'Chromebook 999',
      kind: 'chromebook',
      site: 'A1',
      fundingSource: 'E-rate',
      purchasedOn: '2024-03-01',
    })
    .expect(201);
  deviceId = (body as { id: string }).id;
});

afterAll(() => web.close());

const open = async (path: string, viewport = DESKTOP): Promise<Page> => {
  const page = await web.signedIn(await web.context(viewport), await web.account(district, 'its'));
  await page.goto(path);
  return page;
};

describePages('models and funding', () => {
  it('takes the value of a model only with its source, and shows both', async () => {
    const page = await open('/catalogue');
    const models = page.getByRole('region', { name: 'Models' });
    await models.getByText('Value by purchase price and age').first().waitFor();
    await models
      .getByRole('button', { name: /^Set value of/ })
      .first()
      .click();
    await page.getByLabel('Value of a working device').fill('40');
    await page.getByRole('button', { name: 'Save' }).click();
    // The field that is missing has the cursor.
    await page.locator('input:focus[aria-invalid=true]').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Source' }).fill('Sale of May 2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await models.getByText('Value $40.00 · Sale of May 2026').waitFor();
    const { body } = await district.admin.get('/models?limit=1').expect(200);
    expect(body).toMatchObject({ items: [{ valueCents: 4_000, valueSource: 'Sale of May 2026' }] });
    await page.context().close();
  });

  it('takes the weight of a model in kilograms, only with its source', async () => {
    const page = await open('/catalogue', PHONE);
    const models = page.getByRole('region', { name: 'Models' });
    await models.getByText('Weight not known').first().waitFor();
    await models
      .getByRole('button', { name: /^Set weight of/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Weight of one device in kilograms').fill('1.31');
    await page.keyboard.press('Enter');
    // The field that is missing has the cursor.
    await page.locator('input:focus[aria-invalid=true]').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type('Our scale');
    await page.keyboard.press('Enter');
    await models.getByText('Weight 1.31 kg · Our scale').waitFor();
    const { body } = await district.admin.get('/models?limit=1').expect(200);
    expect(body).toMatchObject({ items: [{ weightGrams: 1_310, weightSource: 'Our scale' }] });
    // Blank again, the weight is not known.
    await models
      .getByRole('button', { name: /^Set weight of/ })
      .first()
      .click();
    await page.getByLabel('Weight of one device in kilograms').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await models.getByText('Weight not known').first().waitFor();
    await inSpanish(page);
    await page.getByText('Peso desconocido').first().waitFor();
    await page.context().close();
  });

  it('copies the rules of a grant, and the page of its device says until when records are kept', async () => {
    const page = await open('/catalogue', PHONE);
    await page.getByRole('button', { name: 'Edit rules of E-rate' }).click();
    await page.getByLabel('Copy known rules').selectOption('E-rate');
    const documents = page.getByRole('group', { name: 'Rule 1' });
    await documents.getByLabel('Date').fill('2025-06-30');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    // The rule that was added has no source yet.
    await page.locator('input:focus[aria-invalid=true]').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove rule 3' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Asset records: 10 years from the purchase of the device.').waitFor();
    await page.goto(`/devices/${deviceId}`);
    await page.getByText('Records must be kept until Jun 30, 2035 (E-rate).').waitFor();
    await page.getByText('47 CFR 54.516').first().waitFor();
    await inSpanish(page);
    await page.getByText('Los registros se deben conservar hasta el').waitFor();
    await page.context().close();
  });
});
