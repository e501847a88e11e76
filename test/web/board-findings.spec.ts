import { daysAgo } from '../support/devices.js';
import { deviceOf, districtWithSites } from '../support/imports.js';
import { devicesToLeave } from '../support/leaving-devices.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

const ADOPTED =
  'The property was offered for sale under section 17545, and no qualified bid was received. It may be sold at private sale.';
const FOR_READERS =
  'Los bienes se ofrecieron en venta según la sección 17545 y no se recibió ninguna oferta válida. Se pueden vender en venta privada.';

let web: Web;

beforeAll(async () => {
  web = await Web.start();
});

afterAll(() => web.close());

describePages('the words of a finding', () => {
  it('are the words that the board adopts, and a Spanish page translates them above', async () => {
    const district = await districtWithSites(web.app);
    const { body } = await district.admin
      .post('/board-items')
      .send({
        meetingOn: daysAgo(3),
        number: '9.1',
        title: 'Surplus',
        finding: '17546_b',
        decision: 'planned',
      })
      .expect(201);
    const page = await web.signedIn(await web.context(DESKTOP), await web.account(district, 'admin'));
    await page.goto(`/board-items/${(body as { id: string }).id}`);
    await page.getByText(ADOPTED).waitFor();
    // An English page has nothing to translate.
    expect(await page.getByText('The board adopts the English words').count()).toBe(0);
    await inSpanish(page);
    await page.getByText(FOR_READERS).waitFor();
    await page.getByText('La junta adopta el texto en inglés:').waitFor();
    await page.locator('[lang=en]').getByText(ADOPTED).waitFor();
    await page.getByText('Código de Educación 17546(b)', { exact: false }).first().waitFor();
    await page.getByText('No pudimos leerlo', { exact: false }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('are proposed for the lots of an item, with the reason, and chosen with one key', async () => {
    const district = await districtWithSites(web.app);
    await devicesToLeave(web.app, district, 2);
    const { admin } = district;
    const { id } = await deviceOf(admin, 'T1000');
    const { body } = await admin
      .post('/lots')
      .send({ name: 'Gifts', route: 'donate', site: 'A1' })
      .expect(201);
    const lot = body as { id: string };
    await admin
      .put(`/lots/${lot.id}/devices`)
      .send({ add: [id] })
      .expect(200);
    const page = await web.signedIn(await web.context(PHONE), await web.account(district, 'its'));
    await page.goto(`/board-items/new?lot=${lot.id}`);
    const proposal = page.getByRole('note', { name: 'What Rollcall proposes' });
    await proposal.getByText('Education Code 17546(c): worth less than a sale would cost').waitFor();
    await proposal.getByText('The devices are donated or recycled.').waitFor();
    expect(await findings(page)).toEqual([]);
    await proposal.getByRole('button', { name: 'Choose this finding' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('It may be donated to a charitable organization', { exact: false }).waitFor();
    expect(await page.getByRole('combobox', { name: /^Finding/ }).inputValue()).toBe('17546_c');
    expect(await proposal.getByRole('button').count()).toBe(0);
    await page.context().close();
  });
});
