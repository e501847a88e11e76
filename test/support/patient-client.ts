import { setTimeout as sleep } from 'node:timers/promises';
import type { TestUser } from './app.js';
import type { Problem } from './devices.js';

export interface Asking {
  by?: TestUser;
  json?: object;
  /** Made anew for each time that the request is sent. */
  form?: () => FormData;
  headers?: () => Record<string, string>;
}

export interface Answer<T> {
  status: number;
  body: T & Partial<Problem>;
  /** Whether an earlier answer to the same request was lost: its work may be done. */
  isRepeated: boolean;
}

const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/** Somebody who sends each request until an answer comes, as people and programs do while a server dies and returns. */
export class PatientClient {
  /** Answers that say that Rollcall has a fault. */
  readonly faults: string[] = [];
  requests = 0;
  lost = 0;

  /** @param url of whatever process runs now */
  constructor(private readonly url: () => string) {}

  get<T>(path: string, asking: Asking): Promise<Answer<T>> {
    return this.send<T>('GET', path, asking);
  }

  post<T>(path: string, asking: Asking): Promise<Answer<T>> {
    return this.send<T>('POST', path, asking);
  }

  /** A file, which is downloaded from its beginning until all of it is there. */
  async bytes(path: string, { by }: Asking): Promise<Buffer> {
    for (;;) {
      const answer = await this.once('GET', path, { by });
      if (answer?.status === 200) return answer.bytes;
      if (answer && answer.status < 500) throw new Error(`${path}: ${answer.status}`);
      await sleep(PAUSE_MS);
    }
  }

  private async send<T>(method: string, path: string, asking: Asking): Promise<Answer<T>> {
    for (let isRepeated = false; ; isRepeated = true) {
      const answer = await this.once(method, path, asking);
      if (answer && answer.status < 500) {
        const body = JSON.parse(answer.bytes.toString() || '{}') as Answer<T>['body'];
        return { status: answer.status, body, isRepeated };
      }
      if (answer && answer.status !== 503) this.faults.push(`${method} ${path}: ${answer.bytes.toString()}`);
      if (!answer) this.lost += 1;
      await sleep(PAUSE_MS);
    }
  }

  /** @returns undefined where nothing, or only a part, came back */
  private async once(
    method: string,
    path: string,
    { by, json, form, headers }: Asking,
  ): Promise<{ status: number; bytes: Buffer } | undefined> {
    this.requests += 1;
    try {
      const answer = await fetch(`${this.url()}/api/v1${path}`, {
        method,
        headers: {
          ...(by && { authorization: `Bearer ${by.token}` }),
          ...(json && { 'content-type': 'application/json' }),
          ...headers?.(),
        },
        body: json ? JSON.stringify(json) : (form?.() ?? null),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
    } catch {
      return undefined;
    }
  }
}
