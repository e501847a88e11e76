import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { findings } from './findings.js';
import { describePages, PASSWORD, PHONE, signIn, Web } from './web.js';

const NEW_PASSWORD = 'a new battery of horses';

let web: Web;
let district: TestDistrict;

beforeAll(async () => {
  web = await Web.start();
  district = await web.app.district();
});

afterAll(() => web.close());

async function openWindow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await page.getByRole('dialog').waitFor();
}

describePages('one’s own password', () => {
  it('is changed from the menu of the account, by keyboard, and signs out other devices', async () => {
    const email = await web.account(district, 'technician');
    const page = await web.signedIn(await web.context(PHONE), email);
    const other = await web.signedIn(await web.context(PHONE), email);
    await openWindow(page);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type('not my password');
    await page.keyboard.press('Tab');
    await page.locator('input[name=newPassword]').focus();
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('This is not your current password. Type it again.').waitFor();
    await page.locator('input[name=currentPassword]:focus').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Your password is changed' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await other.reload();
    await other.locator('input[name=password]').waitFor();
    await page.request.delete('/api/v1/session');
    await page.goto('/');
    await signIn(page, email, NEW_PASSWORD);
  });
});
