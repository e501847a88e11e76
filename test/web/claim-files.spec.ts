import type { Locator } from 'playwright-core';
import { pngOf } from '../support/png.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, signIn, until } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const png = (name: string): Chosen => ({
  name,
  mimeType: 'image/png',
  buffer: pngOf(320, 240, (x, y) => (x + y) % 40 < 20),
});
const pdf = (name: string, bytes = 2_000): Chosen => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, ' ')]),
});

/** A photo as a camera makes it: larger than what is kept, and with the place where it was taken. */
async function photo(name: string): Promise<Chosen> {
  const base64 = await pages.page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
    const paint = canvas.getContext('2d');
    for (let i = 0; paint && i < 400; i += 1) {
      paint.fillStyle = `hsl(${i} 80% ${i % 100}%)`;
      paint.fillRect((i * 97) % 4000, (i * 61) % 3000, 700, 500);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.from('Exif\0\0GPS 33.6846 N', 'latin1');
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([head, exif, jpeg.subarray(2)]) };
}

const row = (name: string): Locator => pages.page.getByRole('article', { name, exact: true });

/** Chooses files as a person does, through the window of the browser. */
async function add(files: Chosen | Chosen[], name = 'Choose files'): Promise<void> {
  const [chooser] = await Promise.all([pages.page.waitForEvent('filechooser'), pages.button(name).click()]);
  await chooser.setFiles(files);
}

describePages('photos and papers of a claim', () => {
  it('are added together, named, shared, opened large by keyboard and deleted after a question', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`);
    await pages.page.getByText('No photos or papers yet.').waitFor();
    // A computer has no camera that takes the photo by itself.
    expect(await pages.button('Take photo').count()).toBe(0);
    await add([png('lid.png'), png('corner.png'), pdf('invoice.pdf')]);
    await row('invoice.pdf').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    expect((await pages.found(id)).files.map(({ name, kind }) => [name, kind])).toEqual([
      ['lid.png', 'photo'],
      ['corner.png', 'photo'],
      ['invoice.pdf', 'other'],
    ]);
    await row('invoice.pdf').getByLabel('What invoice.pdf is').selectOption('Proof of purchase');
    await row('lid.png').getByRole('checkbox', { name: 'Share with the vendor' }).check();
    await until(async () => {
      const [lid, , invoice] = (await pages.found(id)).files;
      return lid?.isShared && invoice?.kind === 'proof_of_purchase';
    }, 'both changes are saved');

    const [download] = await Promise.all([
      pages.page.waitForEvent('download'),
      pages.page.getByRole('link', { name: 'Download invoice.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('invoice.pdf');

    await pages.button('Show lid.png large').focus();
    await pages.page.keyboard.press('Enter');
    await pages.dialog().getByRole('img', { name: 'lid.png' }).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.keyboard.press('ArrowRight');
    await pages.dialog().getByRole('img', { name: 'corner.png' }).waitFor();
    await pages.dialog().getByText('2 of 2').waitFor();
    await pages.button('Next', pages.dialog()).press('Enter');
    await pages.dialog().getByText('1 of 2').waitFor();
    await pages.page.keyboard.press('Escape');
    await pages.dialog().waitFor({ state: 'detached' });
    expect(await pages.button('Show lid.png large').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );

    await pages.button('Delete corner.png').click();
    await pages.dialog().getByText('You can’t get it back.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Keep file', pages.dialog()).click();
    expect(await row('corner.png').count()).toBe(1);
    await pages.button('Delete corner.png').click();
    await pages.button('Delete', pages.dialog()).click();
    await row('corner.png').waitFor({ state: 'detached' });
    expect((await pages.found(id)).files.map(({ name }) => name)).toEqual(['lid.png', 'invoice.pdf']);
  });

  it('are taken with the camera of a phone, and are sent small and without the place', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE, { hasTouch: true, isMobile: true });
    const camera = await photo('IMG_4711.jpeg');
    const taking = pages.page.locator('input[type=file][capture=environment]');
    expect(await taking.getAttribute('accept')).toBe('image/*');
    await add(camera, 'Take photo');
    await row('IMG_4711.jpg').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Show IMG_4711.jpg large').tap();
    const large = pages.dialog().getByRole('img', { name: 'IMG_4711.jpg' });
    await until(() => large.evaluate((one) => (one as HTMLImageElement).complete), 'the photo is there');
    expect(await large.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(2560);
    expect(await findings(pages.page)).toEqual([]);
    const [file] = (await pages.found(id)).files;
    expect(file?.sizeBytes).toBeLessThan(camera.buffer.length);
    const { body } = await pages.district.admin.get(`/claims/${id}/files/${file?.id}`).expect(200);
    expect((body as Buffer).includes('GPS 33.6846 N')).toBe(false);
    expect(camera.buffer.includes('GPS 33.6846 N')).toBe(true);
  });

  it('of a wrong type, too large, or sent without a network are refused by name, and the others are added', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`);
    const refusal = (name: string): Locator =>
      pages.page.getByRole('alert').filter({ hasText: `${name} was not added` });
    await add([
      { name: 'notes.docx', mimeType: 'application/msword', buffer: Buffer.from('PK') },
      pdf('scan.pdf', 11 * 1024 * 1024),
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
      { name: 'renamed.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no paper') },
      png('good.png'),
    ]);
    await row('good.png').waitFor();
    await refusal('notes.docx').getByText('Choose a JPEG, PNG or WebP photo, or a PDF file.').waitFor();
    await refusal('scan.pdf').getByText('This file has 12 MB, and a file can have up to 10 MB.').waitFor();
    await refusal('broken.jpg').getByText('This photo can’t be read.').waitFor();
    // The server looks at what is in a file, whatever its name says.
    await refusal('renamed.pdf').getByText('Choose a JPEG, PNG or WebP image, or a PDF file.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    // To send the wrong file again would not help.
    expect(await pages.button('Try again', refusal('scan.pdf')).count()).toBe(0);
    for (const name of ['notes.docx', 'scan.pdf', 'broken.jpg', 'renamed.pdf'])
      await pages.button('Dismiss', refusal(name)).click();
    await pages.page.getByRole('alert').waitFor({ state: 'detached' });

    // The answer is lost, and the file is added once all the same.
    await pages.page.route(
      '**/files',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await add(png('later.png'));
    await pages.button('Try again', refusal('later.png')).click();
    await row('later.png').waitFor();
    expect((await pages.found(id)).files.map(({ name }) => name)).toEqual(['good.png', 'later.png']);
  });

  it('are shown to the vendor once they are shared, and to nobody without the claim, in Spanish', async () => {
    const { id, number } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    await inSpanish(pages.page);
    await pages.page.getByText('Todavía no hay fotos ni documentos.').waitFor();
    await add([png('lid.png'), pdf('invoice.pdf'), png('student.png')], 'Elegir archivos');
    await row('student.png').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    for (const name of ['lid.png', 'invoice.pdf'])
      await row(name).getByRole('checkbox', { name: 'Compartir con el proveedor' }).check();
    await until(
      async () => (await pages.found(id)).files.filter(({ isShared }) => isShared).length === 2,
      'both are shared',
    );
    await pages.step(id, { step: 'ready' });
    await pages.step(id, { step: 'send', reference: 'SR-1' });
    await pages.page.context().close();

    const { body } = await pages.district.admin.get('/vendors').expect(200);
    const [vendor] = (body as { items: { id: string }[] }).items;
    const email = await pages.web.account(pages.district, 'vendor', { vendorId: vendor?.id });
    const context = await pages.web.context(DESKTOP);
    pages.page = await context.newPage();
    await pages.page.goto('/');
    await signIn(pages.page, email);
    await pages.page.goto(`/desk/claims/${id}`);
    const files = pages.page.getByRole('region', { name: 'Photos and papers' });
    await files.getByRole('button').first().waitFor();
    expect(await files.locator('img').count()).toBe(1);
    expect(await findings(pages.page)).toEqual([]);
    const [download] = await Promise.all([
      pages.page.waitForEvent('download'),
      files.getByRole('link', { name: 'Download Photo or paper 2' }).click(),
    ]);
    // The district's own names of files stay in the district.
    expect(download.suggestedFilename()).toBe(`${number}-2.pdf`);
    await files.getByRole('button', { name: 'Show Photo or paper 1 large' }).press('Enter');
    const large = pages.dialog().getByRole('img', { name: 'Photo or paper 1' });
    await until(() => large.evaluate((one) => (one as HTMLImageElement).naturalWidth === 320), 'it is there');
    expect(await findings(pages.page)).toEqual([]);
  });

  it('of a claim that has ended can only be deleted', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    await add(png('lid.png'));
    await row('lid.png').waitFor();
    await pages.button('Cancel claim').click();
    await pages.dialog().getByLabel('Reason').fill('It works again.');
    await pages.button('Cancel claim', pages.dialog()).click();
    await pages.page.getByText('Canceled', { exact: true }).first().waitFor();
    expect(await pages.button('Choose files').count()).toBe(0);
    await pages.button('Delete lid.png').click();
    await pages.button('Delete', pages.dialog()).click();
    await pages.page.getByRole('region', { name: 'Photos and papers' }).waitFor({ state: 'detached' });
    expect((await pages.found(id)).files).toEqual([]);
  });
});
