import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { Agent, buildConnector } from 'undici';

/** A request as the peer got it. */
export interface PeerRequest {
  method: string;
  /** With the host that was meant: `https://maker.example/path?query`. */
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What it answers: a status with JSON; or whatever a function does with the response. */
export type PeerAnswer =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | ((response: ServerResponse) => void);

/** A server with TLS that stands for hosts of others. */
export interface HttpsPeer {
  port: number;
  /** Certificate that its callers must trust. */
  ca: string;
  requests: PeerRequest[];
  /** Reaches the peer under the names of the hosts that it stands for. TLS is verified for these names. */
  dispatcher: Agent;
  close(): Promise<void>;
}

/** @param hosts whom it stands for @param answer what it says */
export async function httpsPeer(
  hosts: readonly string[],
  answer: (request: PeerRequest) => PeerAnswer | Promise<PeerAnswer>,
): Promise<HttpsPeer> {
  const names = hosts.map((value) => ({ type: 2 as const, value }));
  const { cert, private: key } = await generate([{ name: 'commonName', value: hosts[0] ?? 'peer' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const requests: PeerRequest[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    void respond(request, response, requests, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const connect = buildConnector({ ca: cert });
  const dispatcher = new Agent({
    headersTimeout: 2_000,
    bodyTimeout: 2_000,
    connect: (options, callback) =>
      connect(
        { ...options, hostname: '127.0.0.1', port: String(port), servername: options.hostname },
        callback,
      ),
  });
  return {
    port,
    ca: cert,
    requests,
    dispatcher,
    close: async () => {
      await dispatcher.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  requests: PeerRequest[],
  answer: (request: PeerRequest) => PeerAnswer | Promise<PeerAnswer>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', `https://${headers.host ?? 'peer'}`);
  const got = { method, url, headers, body: Buffer.concat(parts).toString('utf8') };
  requests.push(got);
  const said = await answer(got);
  if (typeof said === 'function') {
    said(response);
    return;
  }
  const { status = 200, headers: more = {}, json, text } = said;
  response.writeHead(status, { 'content-type': 'application/json', ...more });
  response.end(text ?? (json === undefined ? '' : JSON.stringify(json)));
}
