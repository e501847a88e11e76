import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, type Dispatcher, request } from 'undici';
import { Conflict } from '../../common/refusal.js';

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_TRIES = 4;
const LONGEST_WAIT_S = 60;
/** A token is taken for over a little early, so that it does not end on its way. */
const TOKEN_MARGIN_S = 60;

/** The maker takes no question from us, and would take none a minute later. */
export class MakerRefusal extends Conflict {
  constructor(host: string, status: number) {
    super(
      `${host} refused our credentials (HTTP ${status}). Enter them again, and ask the manufacturer whether they are still valid.`,
      'MAKER_REFUSES',
    );
  }
}

/** No answer that could be used, for now. */
export class MakerSilence extends Error {}

/** One question over HTTPS. */
export interface Question {
  url: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
  /** Gets the token of `MakerCalls.token`. A token that is over is got once more. */
  token?: () => Promise<string>;
  /** A status that is an answer, too: nothing. */
  missing?: number;
}

interface TokenQuestion {
  url: string;
  basic?: { user: string; password: string };
  form: Record<string, string>;
}

interface Answer {
  status: number;
  /** Seconds that the maker wants us to wait. */
  retryAfter: number | undefined;
  json: unknown;
}

/** The way out to makers. TLS is verified, and redirects are not followed. */
@Injectable()
export class MakerHttp {
  dispatcher: Dispatcher = new Agent({ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  /** How long a second of waiting takes. */
  secondMs = 1000;
}

/** The calls of one look-up: they wait and try again where a maker wants that, and stop when the job is to stop. */
export class MakerCalls {
  private kept: { token: string; until: number } | undefined;

  /** @param assertGoingOn throws when the look-up is to stop */
  constructor(
    private readonly http: MakerHttp,
    private readonly assertGoingOn: () => void,
  ) {}

  /**
   * Asks, and asks again where the maker is busy or fails.
   * @returns undefined where the status is the one of `missing`
   * @throws MakerRefusal, MakerSilence
   */
  async json(question: Question): Promise<unknown> {
    const { host } = new URL(question.url);
    let last = '';
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      this.assertGoingOn();
      const answer = await this.tried(question).catch((error: unknown) => {
        if (error instanceof MakerRefusal) throw error;
        return wordsOf(error);
      });
      if (typeof answer === 'object') {
        const { status, json } = answer;
        if (status >= 200 && status < 300) return json;
        if (status === question.missing) return undefined;
        if (status === 401 && question.token && this.kept && attempt < MOST_TRIES) {
          // It may have ended early. A new one that is refused as well says that the credentials are wrong.
          this.kept = undefined;
          last = `answered HTTP ${status}`;
          continue;
        }
        if (status === 401 || status === 403) throw new MakerRefusal(host, status);
        last = `answered HTTP ${status}`;
        if (status !== 429 && status < 500) break;
      } else last = answer;
      const wanted = typeof answer === 'object' ? answer.retryAfter : undefined;
      if (attempt < MOST_TRIES) await this.wait(Math.min(LONGEST_WAIT_S, wanted ?? 2 ** attempt));
    }
    throw new MakerSilence(`${host} ${last}.`);
  }

  /**
   * A token for calls, the same until it ends.
   * @throws MakerRefusal, MakerSilence
   */
  async token({ url, basic, form }: TokenQuestion): Promise<string> {
    if (this.kept && this.kept.until > Date.now()) return this.kept.token;
    const headers = basic && {
      authorization: `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`,
    };
    const { host } = new URL(url);
    const answer = await this.asked({ url, form, ...(headers && { headers }) });
    // A wrong client is 400 or 401 (RFC 6749, section 5.2).
    if ([400, 401, 403].includes(answer.status)) throw new MakerRefusal(host, answer.status);
    const { access_token: token, expires_in: seconds } = (answer.json ?? {}) as Record<string, unknown>;
    if (answer.status !== 200 || typeof token !== 'string')
      throw new MakerSilence(`${host} answered HTTP ${answer.status} and gave no token.`);
    this.kept = { token, until: Date.now() + (Number(seconds) - TOKEN_MARGIN_S) * 1000 };
    return token;
  }

  /** Waits in small steps, so that a cancel is heard. */
  async wait(seconds: number): Promise<void> {
    for (let waited = 0; waited < seconds; waited++) {
      this.assertGoingOn();
      await sleep(this.http.secondMs);
    }
  }

  private async tried(question: Question): Promise<Answer> {
    const token = await question.token?.();
    return this.asked({
      ...question,
      headers: { ...question.headers, ...(token && { authorization: `Bearer ${token}` }) },
    });
  }

  private async asked({ url, query, headers, body, form }: Question): Promise<Answer> {
    const content = form
      ? new URLSearchParams(form).toString()
      : body === undefined
        ? undefined
        : JSON.stringify(body);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const answer = await request(url, {
      method: content === undefined ? 'GET' : 'POST',
      ...(query && { query }),
      headers: { accept: 'application/json', ...headers, ...(content && { 'content-type': type }) },
      body: content ?? null,
      dispatcher: this.http.dispatcher,
      signal: AbortSignal.timeout(2 * TIMEOUT_MS),
    });
    const retryAfter = Number(answer.headers['retry-after']);
    const text = await textOf(answer.body);
    return {
      status: answer.statusCode,
      retryAfter: retryAfter > 0 ? retryAfter : undefined,
      json: answer.statusCode < 300 ? (JSON.parse(text) as unknown) : undefined,
    };
  }
}

/** @throws Error for more than a maker ever answers */
async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error(`answered more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What went wrong, after the name of the host. Never with what was sent. */
function wordsOf(error: unknown): string {
  if (error instanceof MakerSilence) return 'gave no token';
  if (error instanceof SyntaxError) return 'answered something that is not JSON';
  const code = (error as { code?: unknown }).code;
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code))) return 'did not answer in time';
  return `could not be reached (${typeof code === 'string' ? code : name})`;
}
