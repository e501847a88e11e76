import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';

/** A file that somebody posted. */
export interface PostedFile {
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** How the server answers; it keeps the file itself, or does not. */
export type Answering = (file: PostedFile, answer: ServerResponse, keep: () => void) => void | Promise<void>;

const YES: Answering = (_, answer, keep) => {
  keep();
  answer.writeHead(200).end('{"accepted": true}');
};

/** A real HTTPS server on 127.0.0.1 that keeps files by their idempotency key, as a careful vendor's does. */
export class VendorServer {
  /** By idempotency key, as the vendor's system has them. */
  readonly kept = new Map<string, PostedFile[]>();
  requests = 0;
  answering: Answering = YES;

  private constructor(
    private readonly server: Server,
    /** What its callers must trust, in PEM form. */
    readonly authority: string,
  ) {}

  /** @param ip whether its certificate is for 127.0.0.1, which is where it is */
  static async start(ip = '127.0.0.1'): Promise<VendorServer> {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'vendor.example' }], {
      keyType: 'ec',
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
      ],
    });
    const server = createServer({ key, cert });
    const peer = new VendorServer(server, cert);
    server.on(
      'request',
      (request: IncomingMessage, answer: ServerResponse) => void peer.take(request, answer),
    );
    // A client that was killed breaks its connection; that is what some tests are about.
    server.on('tlsClientError', () => undefined);
    server.on('clientError', (_, socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return peer;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `https://127.0.0.1:${this.port}/claims`;
  }

  reset(): void {
    this.kept.clear();
    this.requests = 0;
    this.answering = YES;
  }

  /** Says yes again to a key that it has, and keeps nothing twice. */
  static yesOnce(kept: ReadonlyMap<string, PostedFile[]>): Answering {
    return (file, answer, keep) => {
      if (!kept.has(String(file.headers['idempotency-key']))) keep();
      answer.writeHead(200).end('ok');
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private async take(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.requests += 1;
    try {
      const file = { headers: request.headers, body: await buffer(request) };
      const key = String(request.headers['idempotency-key']);
      const keep = (): void => void this.kept.set(key, [...(this.kept.get(key) ?? []), file]);
      await this.answering(file, answer, keep);
    } catch {
      answer.destroy();
    }
  }
}
