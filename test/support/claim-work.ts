import { createHash, createHmac } from 'node:crypto';
import type { ImportRowView, ImportView } from '../../src/imports/imports.queries.js';
import type { BatchMade } from '../../src/warranty/batches/batches.service.js';
import type { BatchDetail } from '../../src/warranty/batches/batches.queries.js';
import type { ClaimStepResult } from '../../src/warranty/claims/claim-progress.js';
import type { ClaimDetail, ClaimView } from '../../src/warranty/claims/claims.queries.js';
import type { SignedReplyResult } from '../../src/warranty/replies/signed/signed-replies.service.js';
import type { DeskAnswerResult } from '../../src/warranty/vendor-desk/desk-answers.service.js';
import type { TestUser } from './app.js';
import { type ClaimDesk, DARK } from './claim-files.js';
import { SECRET } from './delivery-desk.js';
import { csvOf, type Row } from './imports.js';
import type { Answer, PatientClient } from './patient-client.js';
import { scanOf, type ScanResultJson } from './scans.js';

export interface WorkVendor {
  key: string;
  /** How it gets files, which also says how it answers. */
  by: string;
  /** Somebody who works there. */
  worker: TestUser;
}

export interface BrokenDevice {
  id: string;
  assetTag: string;
  serialNumber: string;
}

/** A claim, named in the way in which its vendor names it: by its number where that is known, or by the device. */
interface WorkedClaim {
  id: string;
  number?: string;
  serialNumber: string;
}

/** Some devices that break at once and go to one vendor together. */
export interface WorkPlan {
  vendor: WorkVendor;
  devices: readonly BrokenDevice[];
  /** How a person starts the claims. */
  opened: 'one by one' | 'by scan' | 'by file';
  /** Whether the vendor writes its answers into files. */
  isAnsweredByFile: boolean;
  /** What the vendor decides. */
  ends: 'resolved' | 'denied';
}

const STAGES = ['open', 'prepare', 'batch', 'arrive', 'answer', 'close', 'over'] as const;
type Stage = (typeof STAGES)[number];

/** The vendor says one after the other. */
const WORDS = ['acknowledged', 'in_progress'] as const;
const DESK_STEP = {
  acknowledged: 'acknowledge',
  in_progress: 'start',
  resolved: 'resolve',
  denied: 'deny',
} as const;

/** Refusals of a request that was sent again because the answer to the first was lost. */
const DONE_BEFORE = ['CLAIM_WRONG_STATE', 'MOVES_BACK'];
/** The first request was done, and its answer is lost. */
const ANSWER_GONE = ['REQUEST_UNDER_WAY', 'ANSWER_LOST'];

/** A few claims on their way from the broken device to the closed claim, as the people at both ends take them. */
export class ClaimWork {
  stage: Stage = 'open';
  claims: WorkedClaim[] = [];
  batch: BatchDetail | undefined;
  /** Hash of the bytes that a person downloaded as soon as the batch was there. */
  hashAtFirst = '';
  hasArrived = false;
  private uploadId: string | undefined;
  private keys = 0;

  constructor(
    readonly plan: WorkPlan,
    private readonly client: PatientClient,
    private readonly here: ClaimDesk,
    private readonly random: () => number,
  ) {}

  /** Does what the stage asks for. @returns whether it is through; otherwise, it waits for Rollcall */
  async goOn(): Promise<boolean> {
    const isThrough = await this.do(this.stage);
    if (isThrough) this.stage = STAGES[STAGES.indexOf(this.stage) + 1] ?? 'over';
    return isThrough;
  }

  private async do(stage: Stage): Promise<boolean> {
    switch (stage) {
      case 'open':
        return this.open();
      case 'prepare':
        return this.step({ step: 'ready', acceptWarnings: true });
      case 'batch':
        return this.makeBatch();
      case 'arrive':
        return this.arrive();
      case 'answer':
        return this.answer();
      case 'close':
        return this.step({ step: 'close' });
      case 'over':
        return false;
    }
  }

  private open(): Promise<boolean> {
    switch (this.plan.opened) {
      case 'one by one':
        return this.openOneByOne();
      case 'by scan':
        return this.openByScan();
      case 'by file':
        return this.openByFile();
    }
  }

  private async openOneByOne(): Promise<boolean> {
    for (const device of this.plan.devices) {
      const { id: deviceId, serialNumber } = device;
      const json = { ...DARK, deviceId, vendor: this.plan.vendor.key, staysInUse: this.random() < 0.5 };
      const headers = this.keyed();
      const answer = await this.client.post<ClaimDetail>('/claims', {
        by: this.here.admin,
        json,
        ...headers,
      });
      const { status, body } = answer;
      if (status === 201) this.claims.push({ id: body.id, number: body.number, serialNumber });
      else this.claims.push(await this.claimOf(device, answer));
    }
    return true;
  }

  /** A bench of broken devices is scanned. The id of a scan is that of its claim, so that it may be sent twice. */
  private async openByScan(): Promise<boolean> {
    const answers = [
      { question: 'category', answer: 'screen' },
      { question: 'cause', answer: 'defect' },
    ];
    const scans = this.plan.devices.map(({ assetTag }) => scanOf(assetTag, 'claim', { site: 'A', answers }));
    const { status, body } = await this.client.post<{ results: ScanResultJson[] }>('/scan-batches', {
      by: this.here.admin,
      json: { scans },
    });
    const isRight = body.results?.every(({ outcome }) => outcome === 'applied' || outcome === 'duplicate');
    if (status !== 200 || !isRight) throw new Error(`The scans were answered ${JSON.stringify(body)}`);
    this.claims = scans.map(({ id }, i) => ({ id, serialNumber: this.plan.devices[i]?.serialNumber ?? '' }));
    return true;
  }

  private async openByFile(): Promise<boolean> {
    const rows = this.plan.devices.map(({ serialNumber }) => ({
      'Serial number': serialNumber,
      Fault: DARK.category,
      'What is wrong': DARK.observed,
      Vendor: this.plan.vendor.key,
    }));
    if (!(await this.uploaded('/imports', this.here.admin, 'claims', rows))) return false;
    for (const device of this.plan.devices) this.claims.push(await this.claimOf(device));
    return true;
  }

  /** The claim that a device has. @param refusal what came back in the place of a new claim */
  private async claimOf(
    { id: deviceId, serialNumber }: BrokenDevice,
    refusal?: Answer<unknown>,
  ): Promise<WorkedClaim> {
    if (refusal) this.assertLost(refusal, ['CLAIM_OPEN', ...ANSWER_GONE]);
    const { body } = await this.client.get<{ items: ClaimView[] }>(`/claims?device=${deviceId}`, {
      by: this.here.admin,
    });
    const [claim, ...more] = body.items;
    if (!claim || more.length > 0) throw new Error(`${body.items.length} claims of one device`);
    return { id: claim.id, number: claim.number, serialNumber };
  }

  private async step(body: object): Promise<boolean> {
    const answer = await this.client.post<{ results: ClaimStepResult[] }>('/claims/steps', {
      by: this.here.admin,
      json: { ...body, claims: this.ids },
      ...this.keyed(),
    });
    this.assertDone(answer);
    return true;
  }

  private async makeBatch(): Promise<boolean> {
    const by = this.here.admin;
    const json = { vendor: this.plan.vendor.key, claims: this.ids };
    const answer = await this.client.post<BatchMade>('/claim-batches', { by, json, ...this.keyed() });
    if (answer.status !== 201) this.assertLost(answer, ['CLAIMS_NOT_READY', ...ANSWER_GONE]);
    const found = await this.client.get<{ items: { id: string }[] }>(
      `/claim-batches?claim=${this.ids[0] ?? ''}`,
      { by },
    );
    const [{ id } = { id: '' }, ...more] = found.body.items;
    if (id === '' || more.length > 0)
      throw new Error(`${found.body.items.length} batches: ${JSON.stringify(answer)}`);
    this.batch = (await this.client.get<BatchDetail>(`/claim-batches/${id}`, { by })).body;
    this.hashAtFirst = hashOf(await this.client.bytes(`/claim-batches/${id}/file`, { by }));
    return true;
  }

  /** A vendor that gets no file downloads it. */
  private async arrive(): Promise<boolean> {
    const { by, worker } = this.plan.vendor;
    if (by !== 'download') return this.hasArrived;
    const bytes = await this.client.bytes(`/vendor/batches/${this.batch?.id}/file`, { by: worker });
    if (hashOf(bytes) !== this.batch?.sha256) throw new Error('The vendor downloaded other bytes.');
    return true;
  }

  private answer(): Promise<boolean> {
    const { by, worker } = this.plan.vendor;
    if (by !== 'https' && !this.plan.isAnsweredByFile) return this.answerOnPages();
    switch (by) {
      case 'https':
        return this.answerSigned();
      case 'sftp':
        return this.uploaded('/imports', this.here.admin, 'claim-replies', this.replyRows());
      case 'email':
        return this.uploaded('/vendor/replies', worker, 'claim-replies', this.replyRows());
      default:
        return this.answerOnPages();
    }
  }

  private async answerSigned(): Promise<boolean> {
    for (const word of [...WORDS, this.plan.ends]) {
      const json = {
        replies: this.claims.map(({ number, serialNumber }) => ({
          ...(number === undefined ? { serialNumber } : { claimNumber: number }),
          state: word,
          ...this.ending(word),
        })),
      };
      const headers = (): Record<string, string> => {
        const timestamp = Math.floor(Date.now() / 1000);
        const text = `${timestamp}.${JSON.stringify(json)}`;
        return {
          'rollcall-vendor': `${this.here.district.slug}/${this.plan.vendor.key}`,
          'rollcall-timestamp': String(timestamp),
          'rollcall-signature': `v1=${createHmac('sha256', SECRET).update(text).digest('hex')}`,
        };
      };
      const answer = await this.client.post<{ results: SignedReplyResult[] }>('/claim-replies', {
        json,
        headers,
      });
      const { isRepeated, body } = answer;
      const isRight = body.results?.every(
        ({ outcome }) => outcome === 'applied' || (isRepeated && outcome === 'repeated'),
      );
      if (!isRight) throw new Error(`The replies were answered ${JSON.stringify(answer)}`);
    }
    return true;
  }

  private async answerOnPages(): Promise<boolean> {
    for (const word of [...WORDS, this.plan.ends]) {
      const step = DESK_STEP[word];
      const answers = this.ids.map((claim) => ({ claim, step, ...this.ending(word) }));
      const answer = await this.client.post<{ results: DeskAnswerResult[] }>('/vendor/claims/answers', {
        by: this.plan.vendor.worker,
        json: { answers },
        ...this.keyed(),
      });
      this.assertDone(answer);
    }
    return true;
  }

  /** A file can tell how a claim went on. */
  private replyRows(): Row[] {
    return [...WORDS, this.plan.ends].flatMap((word) =>
      this.claims.map(({ number = '', serialNumber }) => {
        const { outcome = '', denialReason = '', costCents = 0 } = this.ending(word);
        return {
          'Claim number': number,
          'Serial number': serialNumber,
          Status: word,
          Outcome: outcome,
          'Denial reason': denialReason,
          Cost: costCents ? String(costCents / 100) : '',
        };
      }),
    );
  }

  private ending(word: string): { outcome?: string; denialReason?: string; costCents?: number } {
    if (word === 'resolved') return { outcome: 'repaired', costCents: 4_500 };
    return word === 'denied' ? { denialReason: 'wear' } : {};
  }

  /** Uploads a file, and then looks whether Rollcall has taken it over. @returns false while it has not */
  private async uploaded(path: string, by: TestUser, kind: string, rows: readonly Row[]): Promise<boolean> {
    if (this.uploadId === undefined) {
      const form = (): FormData => {
        const data = new FormData();
        data.set('kind', kind);
        data.set('mode', 'commit');
        data.set(
          'file',
          new Blob([csvOf(rows)]),
          `${this.plan.vendor.key}-${this.claims[0]?.number ?? 'new'}.csv`,
        );
        return data;
      };
      const answer = await this.client.post<ImportView>(path, { by, form, ...this.keyed(true) });
      if (answer.status === 202) this.uploadId = answer.body.id;
      // Whoever does not know whether a file came in uploads it once more.
      else this.assertLost(answer, ANSWER_GONE);
      return false;
    }
    const { body } = await this.client.get<ImportView>(`${path}/${this.uploadId}`, { by });
    if (body.state !== 'committed') {
      if (body.job && !['queued', 'running', 'done'].includes(body.job.state))
        throw new Error(`The file was not taken over: ${JSON.stringify(body)}`);
      return false;
    }
    const refused = await this.client.get<{ items: ImportRowView[] }>(
      `${path}/${this.uploadId}/rows?outcome=refused`,
      { by },
    );
    if (refused.body.items.length > 0) throw new Error(JSON.stringify(refused.body.items));
    this.uploadId = undefined;
    return true;
  }

  private get ids(): string[] {
    return this.claims.map(({ id }) => id);
  }

  /** Half of the callers send a key by which a repeated request is known. */
  private keyed(always = false): { headers?: () => Record<string, string> } {
    if (!always && this.random() < 0.5) return {};
    this.keys += 1;
    const key = `${this.plan.devices[0]?.id}-${this.keys}`;
    return { headers: () => ({ 'idempotency-key': key }) };
  }

  private assertDone(answer: Answer<{ results: { outcome: string; code?: string }[] }>): void {
    const { status, body, isRepeated } = answer;
    if (status !== 200) return this.assertLost(answer, ANSWER_GONE);
    const isRight = body.results.every(
      ({ outcome, code }) => outcome === 'done' || (isRepeated && DONE_BEFORE.includes(code ?? '')),
    );
    if (!isRight) throw new Error(`at ${this.stage}: ${JSON.stringify(answer)}`);
  }

  /** @throws where the refusal is none that follows from an answer that was lost */
  private assertLost(answer: Answer<unknown>, codes: readonly string[]): void {
    const { isRepeated, body } = answer;
    if (!isRepeated || !codes.includes(body.code ?? ''))
      throw new Error(`at ${this.stage}: ${JSON.stringify(answer)}`);
  }
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
