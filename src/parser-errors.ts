import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf, TOO_LONG } from './common/http/problem.filter.js';
import { TOO_SLOW } from './slow-clients.js';

/** What Node's parser says of a request that never becomes one. */
interface ParserError extends Error {
  code?: string;
  /** A Buffer, whatever Fastify's types say. */
  rawPacket?: unknown;
}

/** Of the first line of a request; the headers after it have their own limit. */
const LONGEST_LINE = 8 * 1024;

/** Answers, as a problem like any other, what the HTTP parser refuses before there is a request. */
export function refuseUnparsed(error: ParserError, socket: Socket): void {
  // The client is gone, or part of an answer is on its way already.
  const { _httpMessage: answer } = socket as { _httpMessage?: ServerResponse };
  if (error.code === 'ECONNRESET' || !socket.writable || answer?.headersSent) {
    socket.destroy();
    return;
  }
  const [status, code, detail] = meaningOf(error);
  const id = randomUUID();
  const body = JSON.stringify(problemOf(status, code, detail, id));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${id}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function meaningOf({ code, rawPacket }: ParserError): [status: number, code: string, detail: string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'REQUEST_TOO_SLOW', TOO_SLOW];
  if (code !== 'HPE_HEADER_OVERFLOW')
    return [
      400,
      'BAD_REQUEST',
      'This is not a valid HTTP request. Its first line, a header or its length is malformed.',
    ];
  const packet = Buffer.isBuffer(rawPacket) ? rawPacket : Buffer.alloc(0);
  const isFirst = /^[A-Z]+ /.test(packet.toString('latin1', 0, 20));
  const line = packet.indexOf('\r\n');
  if (isFirst && (line < 0 || line > LONGEST_LINE)) return [414, 'URL_TOO_LONG', TOO_LONG];
  return [431, 'HEADERS_TOO_LARGE', 'The headers of the request are too large. Up to 16 KiB are allowed.'];
}
