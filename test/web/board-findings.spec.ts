import { daysAgo } from '../support/devices.js';
import { districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, Web } from './web.js';

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
});
