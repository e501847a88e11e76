import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { rootCertificates } from 'node:tls';
import { storable } from '../../../imports/reading/cells/storable-text.js';
import type { Sending } from '../../../outbox/letter.js';
import { assertPublicHost, PrivateAddress, publicLookup } from './public-addresses.js';

/** A file on its way to a server. */
export interface Post {
  url: string;
  /** PEM of a further authority. */
  certificate: string | null;
  headers: Record<string, string>;
  bytes: Buffer;
  allowsPrivate: boolean;
}

/** Without a byte from the other side. */
const SILENCE_MS = 60_000;
/** Well within the lease of a letter, so that it is over before its process is taken for dead. */
const MOST_MS = 200_000;
/** An answer is kept, but nobody reads a book. */
const LONGEST_ANSWER = 1_000;
const ANSWER_MS = 5_000;

/** Statuses after which the same file may be taken later. */
const LATER: readonly number[] = [408, 421, 425, 429];

/**
 * Posts a file to an HTTPS server, whose certificate is verified. Redirects are not followed: what is signed for one server
 * is not for another.
 * @param begin is called once the server's certificate is verified, before the first byte of the file
 * @throws where the server gives no answer
 */
export async function postFile(post: Post, begin: () => Promise<void>): Promise<Sending> {
  const url = new URL(post.url);
  try {
    if (!post.allowsPrivate) assertPublicHost(url.hostname.replace(/^\[|\]$/g, ''));
    const answer = await transmit(url, post, begin);
    return sendingOf(answer.statusCode ?? 0, await textOf(answer));
  } catch (error) {
    if (error instanceof PrivateAddress) return { outcome: 'refused_for_good', answer: error.message };
    throw error;
  }
}

async function transmit(
  url: URL,
  { certificate, headers, bytes, allowsPrivate }: Post,
  begin: () => Promise<void>,
): Promise<IncomingMessage> {
  const agent = new Agent({ keepAlive: false });
  const sent = request(url, {
    method: 'POST',
    agent,
    timeout: SILENCE_MS,
    signal: AbortSignal.timeout(MOST_MS),
    headers: { ...headers, 'content-length': bytes.length, 'user-agent': 'Rollcall' },
    ...(certificate === null ? {} : { ca: [...rootCertificates, certificate] }),
    ...(allowsPrivate ? {} : { lookup: publicLookup }),
  });
  // What breaks after the answer changes nothing.
  sent.on('error', () => undefined);
  sent.on('timeout', () => sent.destroy(new Error('The server took too long to answer.')));
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  // Whoever waits for the connection hears of the same error.
  answered.catch(() => undefined);
  const connected = new Promise<void>((resolve) => {
    sent.once('socket', (socket) => socket.once('secureConnect', () => resolve()));
  });
  // An answer that comes before the connection is an error.
  await Promise.race([connected, answered]);
  try {
    await begin();
  } catch (error) {
    sent.destroy();
    throw error;
  }
  sent.end(bytes);
  const [answer] = await answered;
  return answer;
}

/** The beginning of the answer. Its status is the yes or no, so that a text that breaks off changes nothing. */
async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  const over = setTimeout(() => answer.destroy(), ANSWER_MS);
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      text += piece.toString('utf8');
      if (text.length >= LONGEST_ANSWER) break;
    }
  } catch {
    text += ' [the answer broke off]';
  } finally {
    clearTimeout(over);
    answer.destroy();
  }
  return storable(
    text
      .slice(0, LONGEST_ANSWER)
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  );
}

function sendingOf(status: number, text: string): Sending {
  const answer = `HTTP ${status}${text === '' ? '' : `: ${text}`}`;
  if (status >= 200 && status < 300) return { outcome: 'delivered', answer };
  if (status >= 300 && status < 400)
    return {
      outcome: 'refused_for_good',
      answer: `${answer} The server points to another address, and Rollcall does not follow. Enter that address.`,
    };
  const isLater = status >= 500 || LATER.includes(status);
  return { outcome: isLater ? 'refused_for_now' : 'refused_for_good', answer };
}
