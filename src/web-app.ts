import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Vite builds, beside `src` in `dist`. */
const WEB = join(import.meta.dirname, '../web');
/** Paths that are never a page of the app: what is missing there is missing. */
const NOT_PAGES = /^\/(?:api|health|metrics|assets)(?:\/|$)/;
/** Names of these change with what is in them. */
const HASHED = /\/assets\//;

/** Serves the browser app: its files as they are, and its one page for every address that is a page. */
export async function serveWebApp(app: NestFastifyApplication): Promise<void> {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = HASHED.test(path);
      void reply.headers({
        'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        // A worker asks for what it fetches by its own policy, not by its page's.
        'content-security-policy': policy(),
      });
    },
  });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply | void => {
    if (NOT_PAGES.test(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({
        'content-security-policy': policy(nonce),
        'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
        // Links of a set-up and of an invitation hold a secret.
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
      .type('text/html; charset=utf-8')
      .send(page.replace('%STYLE_NONCE%', nonce));
  };
  // A route of its own, so that the log has its pattern and not its secret.
  for (const path of ['/setup/:secret', '/invitation/:secret', '/*']) fastify.get(path, answer);
}

/** Nothing but what the app itself brings; WebAssembly reads codes where a browser cannot. */
function policy(nonce?: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    nonce ? `style-src 'self' 'nonce-${nonce}'` : `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `media-src 'self' blob:`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
