import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FormData, Pool } from 'undici';
import { newId } from '../../common/ids.js';
import { tagsOf } from './bench-district.js';

const LOOK_EVERY_MS = 200;
const MOST_CONNECTIONS = 16;

interface ImportState {
  state: string;
  plan: { add: number; rows: number } | null;
}

/** What a scanner scanned last. */
interface Journal {
  isOut: boolean;
  last: string[];
}

/** Rollcall as a program sees it: over HTTP, with a token. */
export class RegisterClient {
  private readonly pool: Pool;
  private readonly headers: Record<string, string>;
  private readonly journals = new Map<number, Journal>();

  constructor(url: string, token: string) {
    this.pool = new Pool(url, { connections: MOST_CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
    this.headers = { authorization: `Bearer ${token}` };
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  /** @throws Error with what the server said, where it did not say yes */
  async get<T>(path: string): Promise<T> {
    const { statusCode, body } = await this.pool.request({
      method: 'GET',
      path: `/api/v1${path}`,
      headers: this.headers,
    });
    if (statusCode >= 300) throw new Error(`${path}: ${statusCode} ${await body.text()}`);
    return (await body.json()) as T;
  }

  /** Reads an answer to its end and throws it away. @returns its bytes */
  async drain(path: string): Promise<number> {
    const { statusCode, body } = await this.pool.request({
      method: 'GET',
      path: `/api/v1${path}`,
      headers: this.headers,
    });
    if (statusCode >= 300) throw new Error(`${path}: ${statusCode} ${await body.text()}`);
    let bytes = 0;
    for await (const piece of body) bytes += (piece as Buffer).length;
    return bytes;
  }

  /** One scanner scans its fifty devices: out of the stock, or back into it. */
  async scan(scanner: number): Promise<void> {
    const before = this.journals.get(scanner);
    const isOut = before?.isOut ?? false;
    const scannedAt = new Date().toISOString();
    const scans = tagsOf(scanner).map((code, i) => ({
      id: newId(),
      scannedAt,
      code,
      action: isOut ? 'return' : 'deploy',
      ...(before?.last[i] ? { after: before.last[i] } : {}),
    }));
    const { statusCode, body } = await this.pool.request({
      method: 'POST',
      path: '/api/v1/scan-batches',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: scannedAt, scans }),
    });
    const answer = (await body.json()) as { results?: { outcome: string }[] };
    if (statusCode !== 200 || !answer.results?.every(({ outcome }) => outcome === 'applied'))
      throw new Error(`a scan failed: ${statusCode} ${JSON.stringify(answer).slice(0, 500)}`);
    this.journals.set(scanner, { isOut: !isOut, last: scans.map(({ id }) => id) });
  }

  /** Uploads a file of devices and waits until every row is in the register. */
  async importDevices(path: string): Promise<void> {
    const form = new FormData();
    form.set('kind', 'devices');
    form.set('mode', 'commit');
    form.set('file', await openAsBlob(path), 'fleet.csv');
    const sent = await fetchForm(this.pool, this.headers, form);
    for (;;) {
      await sleep(LOOK_EVERY_MS);
      const { state, plan } = await this.get<ImportState>(`/imports/${sent.id}`);
      if (state === 'committed') {
        if (plan?.add !== plan?.rows) throw new Error(`not every row was added: ${JSON.stringify(plan)}`);
        return;
      }
      if (state === 'failed' || state === 'cancelled') throw new Error(`the import ended as ${state}`);
    }
  }
}

async function fetchForm(
  pool: Pool,
  headers: Record<string, string>,
  body: FormData,
): Promise<{ id: string }> {
  const answer = await pool.request({ method: 'POST', path: '/api/v1/imports', headers, body });
  if (answer.statusCode >= 300) throw new Error(`upload: ${answer.statusCode} ${await answer.body.text()}`);
  return (await answer.body.json()) as { id: string };
}
