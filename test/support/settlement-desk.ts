import type {
  ReturnedDifferenceView,
  ReturnedLineView,
} from '../../src/salvage/lots/returned/returned.queries.js';
import type { ImportView } from '../../src/imports/imports.queries.js';
import type { TestApp, TestUser } from './app.js';
import type { DeviceJson, Register } from './devices.js';
import { csvOf, load, type Row, rowsOf, type UploadFields } from './imports.js';
import { LotDesk, type LotJson, pickUp } from './lot-desk.js';

/** A lot that left, with the devices on its manifest. */
export interface GoneLot {
  id: string;
  number: number;
  devices: DeviceJson[];
}

/** What people do who get files from recyclers. */
export class SettlementDesk {
  readonly lots: LotDesk;

  constructor(
    private readonly app: TestApp,
    here: Register,
    readonly its: TestUser,
  ) {
    this.lots = new LotDesk(here, its);
  }

  /** A lot that was picked up. Devices at the places in `left` stay here. */
  async gone(devices: readonly object[], more: object = {}, left: readonly number[] = []): Promise<GoneLot> {
    const lot = await this.approved(devices, more);
    const notTaken = left.map((i) => ({ deviceId: lot.devices[i]?.id, note: 'Not on the pallet.' }));
    await this.lots.done(
      lot.id,
      pickUp(devices.length - left.length, notTaken.length > 0 ? { notTaken } : {}),
    );
    return lot;
  }

  async approved(devices: readonly object[], more: object = {}): Promise<GoneLot> {
    const { condition, finding, ...ofLot } = more as { condition?: string; finding?: string };
    const made: DeviceJson[] = [];
    for (const device of devices) made.push(...(await this.lots.cleared(1, device)));
    const { id, number } = await this.lots.lot(ofLot);
    await this.lots.put(id, {
      add: made.map((device) => device.id),
      ...(condition === undefined ? {} : { condition }),
    });
    await this.lots.done(id, { step: 'freeze' });
    await this.lots.done(id, {
      step: 'approve',
      boardItem: (await this.lots.boardItem(finding ? { finding } : {})).id,
    });
    return { id, number, devices: made };
  }

  /** Imports a file for a lot, and waits until that is done. */
  import(
    lot: { number: number } | null,
    file: string | Buffer | readonly Row[],
    fields: UploadFields = {},
    by = this.its,
  ): Promise<ImportView> {
    const isText = typeof file === 'string' || Buffer.isBuffer(file);
    const options = lot === null ? fields.options : { lot: lot.number, ...fields.options };
    return load(this.app, by, isText ? file : csvOf(file), {
      kind: 'settlements',
      ...fields,
      ...(options ? { options } : {}),
    });
  }

  /** Why rows were refused: row, column and code of each problem. */
  async refusals({ id }: ImportView): Promise<string[]> {
    const rows = await rowsOf(this.its, id, 'refused');
    return rows.flatMap(({ rowNo, problems }) =>
      (problems ?? []).map(({ column, code }) => `${rowNo} ${column ?? '-'} ${code}`),
    );
  }

  /** Codes of the notes, by row. */
  async notes({ id }: ImportView): Promise<string[]> {
    const rows = await rowsOf(this.its, id);
    return rows.flatMap(({ rowNo, notes }) => (notes ?? []).map(({ code }) => `${rowNo} ${code}`));
  }

  async lines({ id }: { id: string }): Promise<ReturnedLineView[]> {
    const { body } = await this.its.get(`/lots/${id}/settlement?limit=200`).expect(200);
    return (body as { items: ReturnedLineView[] }).items;
  }

  async line(lot: { id: string }, code: string): Promise<ReturnedLineView | undefined> {
    return (await this.lines(lot)).find((line) => line.code === code);
  }

  async differences({ id }: { id: string }, query = ''): Promise<ReturnedDifferenceView[]> {
    const { body } = await this.its.get(`/lots/${id}/settlement/differences?limit=200${query}`).expect(200);
    return (body as { items: ReturnedDifferenceView[] }).items;
  }

  /** Differences in short: kind, reason, code, and what was expected and found. */
  async told(lot: { id: string }, query = ''): Promise<string[]> {
    return (await this.differences(lot, query))
      .map(({ kind, reason, code, expected, found }) =>
        [kind, reason, code, expected, found].filter((part) => part !== '').join(' '),
      )
      .toSorted();
  }

  read({ id }: { id: string }): Promise<LotJson> {
    return this.lots.read(id);
  }

  settle(
    { id }: { id: string },
    difference: { id: string } | undefined,
    body: object = { note: 'The recycler found it.' },
    by = this.its,
  ): ReturnType<TestUser['post']> {
    return by.post(`/lots/${id}/settlement/differences/${difference?.id ?? ''}`).send(body);
  }
}
