import fastifyCompress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { constants } from 'node:zlib';

/** Smaller answers fit into one packet as they are. */
const SMALLEST_BYTES = 1024;
/** Up to this size, an answer is compressed at once: that takes less than a millisecond, and keeps its length known. */
const AT_ONCE_BYTES = 32 * 1024;
/** Higher qualities take several times as long, and save some hundredths. */
const BROTLI_QUALITY = 4;
/** A window of 512 KiB. Brotli's own, of 4 MiB, would be held in memory for every answer that is under way. */
const BROTLI_WINDOW_BITS = 19;
const GZIP_LEVEL = 5;

/** Types that get smaller. Workbooks, PDF files and photos are compressed already, so compressing them would waste time. */
const COMPRESSIBLE =
  /^(?:text\/(?:plain|csv)|application\/(?:json|problem\+json|x-ndjson|vnd\.rollcall\.codes))(?:;|$)/;

/**
 * Addresses whose answers hold a secret together with what the caller sent. The length of a compressed answer tells how
 * much of both is the same (the BREACH attack), so these are never compressed.
 */
const SECRET = /^\/api\/v1\/(?:tokens|session|setup)(?:\/|$)/;

/** Compresses answers as the caller accepts it: JSON, CSV files and lists that are streamed. */
export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  // This comes before the plugin's own hook, which reads the option.
  fastify.addHook('onRoute', (route) => {
    if (SECRET.test(route.url)) route.compress = false;
  });
  await app.register(fastifyCompress, {
    // A compressed body could be a thousand times as large as its limit.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: SMALLEST_BYTES,
    syncThreshold: AT_ONCE_BYTES,
    customTypes: (type) => COMPRESSIBLE.test(type),
    brotliOptions: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW_BITS,
      },
    },
    zlibOptions: { level: GZIP_LEVEL },
  });
}
