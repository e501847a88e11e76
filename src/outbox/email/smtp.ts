import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { Readable } from 'node:stream';
import type { Sending } from '../letter.js';

/** Well within the lease of a letter, so that it is over before its process is taken for dead. */
const MOST_MS = 240_000;

/** The mail server said no, for now or for good. */
class Refused extends Error {
  constructor(
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

/**
 * Sends one letter over SMTP.
 * @param begin is called when the server has taken sender and address and waits for the content, before the first
 *   byte of it
 * @throws where the server gives no answer
 */
export async function sendBySmtp(
  url: string,
  envelope: { from: string; to: string },
  raw: Buffer,
  begin: () => Promise<void>,
): Promise<Sending> {
  try {
    return { outcome: 'delivered', answer: await transmit(url, envelope, raw, begin) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { outcome: error.isFinal ? 'refused_for_good' : 'refused_for_now', answer: error.message };
  }
}

/** @returns the server's answer, which takes the letter into its care */
async function transmit(
  url: string,
  envelope: { from: string; to: string },
  raw: Buffer,
  begin: () => Promise<void>,
): Promise<string> {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: searchParams.get('tls') === 'required',
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
  });
  const broken = new Promise<never>((_, reject) => {
    // More than one may come, and one that nobody hears ends the process.
    connection.on('error', (error) => reject(refusalIn(error) ?? error));
    setTimeout(() => reject(new Error('The mail server took too long to answer.')), MOST_MS).unref();
  });
  broken.catch(() => undefined);
  const step = <T>(
    start: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T | undefined> =>
    Promise.race([
      new Promise<T | undefined>((resolve, reject) => {
        start((error, value) => (error ? reject(refusalIn(error) ?? error) : resolve(value)));
      }),
      broken,
    ]);
  try {
    await step((done) => connection.connect(done));
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    if (username !== '') await step((done) => connection.login({ credentials }, done));
    const content = Readable.from(contentAfter(begin, raw), { objectMode: false });
    const address = /<([^>]+)>/.exec(envelope.from)?.[1] ?? envelope.from;
    const sent = await step<{ response: string }>((done) =>
      connection.send({ from: address, to: [envelope.to] }, content, done),
    );
    connection.quit();
    return sent?.response ?? '';
  } finally {
    connection.close();
  }
}

/** Read only once the server asks for the content. */
async function* contentAfter(begin: () => Promise<void>, raw: Buffer): AsyncGenerator<Buffer> {
  await begin();
  yield raw;
}

/** An answer of the server that says no: 4xx for now, 5xx for good. */
function refusalIn(error: unknown): Refused | undefined {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  return responseCode === undefined || responseCode < 400
    ? undefined
    : new Refused(message ?? String(responseCode), responseCode >= 500);
}
