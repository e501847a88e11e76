import { createHash } from 'node:crypto';
import type { BoardItemDetail } from '../../src/salvage/board/board-items.queries.js';
import type { LotDetail } from '../../src/salvage/lots/lots.queries.js';
import type { LotDevicesChanged } from '../../src/salvage/lots/lots.service.js';
import type { TestUser } from './app.js';
import { daysAgo, type DeviceJson, type Problem, type Register } from './devices.js';
import { sanitizationOf } from './sanitization-body.js';

export type LotJson = Omit<LotDetail, 'pickedUpAt' | 'frozenAt'> & { pickedUpAt: string | null };

export interface LotAnswer {
  status: number;
  body: LotJson & LotDevicesChanged & Problem;
}

export const DRIVER = { name: 'Sam Rivera', company: 'E-Waste Inc.' };

export const pickUp = (counted: number, more: object = {}): object => ({
  step: 'pick_up',
  driver: DRIVER,
  counted,
  ...more,
});

export const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let serials = 0;

/** What the people of salvage do all the time. */
export class LotDesk {
  constructor(
    private readonly here: Register,
    private readonly its: TestUser,
  ) {}

  async retired(more: object = {}): Promise<DeviceJson> {
    serials += 1;
    const { id } = await this.here.add({ serialNumber: `5CD${String(serials).padStart(7, '0')}`, ...more });
    return this.here.change(id, { status: 'retired' });
  }

  /** Devices that lack only what comes after freezing. */
  async cleared(count: number, more: object = {}): Promise<DeviceJson[]> {
    const devices: DeviceJson[] = [];
    for (let i = 0; i < count; i += 1) devices.push(await this.retired(more));
    const deviceIds = devices.map(({ id }) => id);
    const { admin } = this.here;
    await admin
      .post('/sanitizations')
      .send(sanitizationOf(...deviceIds))
      .expect(201);
    await admin.post('/releases').send({ deviceIds, service: 'google_admin' }).expect(201);
    return devices;
  }

  async lot(more: object = {}, by = this.its): Promise<LotJson> {
    const { body } = await by
      .post('/lots')
      .send({ name: 'Chromebooks', route: 'recycle', site: 'A', ...more })
      .expect(201);
    return body as LotJson;
  }

  async put(id: string, body: object, by = this.its): Promise<LotAnswer> {
    return by.put(`/lots/${id}/devices`).send(body);
  }

  async step(id: string, body: object, by = this.its): Promise<LotAnswer> {
    return by.post(`/lots/${id}/steps`).send(body);
  }

  /** Takes a step that must not be refused. */
  async done(id: string, body: object, by = this.its): Promise<LotJson> {
    const answer = await this.step(id, body, by);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async boardItem(more: object = {}): Promise<BoardItemDetail> {
    const { body } = await this.its
      .post('/board-items')
      .send({
        meetingOn: daysAgo(3),
        number: `9.${Math.random()}`,
        title: 'Surplus devices',
        finding: '17546_c',
        present: 5,
        yes: 5,
        decision: 'approved',
        ...more,
      })
      .expect(201);
    return body as BoardItemDetail;
  }

  /** A lot that the board approved, with its devices. */
  async approved(count: number, more: object = {}): Promise<{ id: string; devices: DeviceJson[] }> {
    const devices = await this.cleared(count);
    const { id } = await this.lot(more);
    await this.put(id, { add: devices.map((device) => device.id) });
    await this.done(id, { step: 'freeze' });
    await this.done(id, { step: 'approve', boardItem: (await this.boardItem()).id });
    return { id, devices };
  }

  async read(id: string): Promise<LotJson> {
    return (await this.its.get(`/lots/${id}`).expect(200)).body as LotJson;
  }

  async bytes(path: string): Promise<Buffer> {
    const { body } = await this.its
      .get(path)
      .buffer(true)
      .parse((answer, end) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => end(null, Buffer.concat(parts)));
      })
      .expect(200);
    return body as Buffer;
  }
}
