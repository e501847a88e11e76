import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import compile from 'icu-minify/compile';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { en } from './text/en/index.js';
import { es } from './text/es/index.js';
import { LATER_GROUPS } from './text/later-groups.js';

const OUT = join(import.meta.dirname, '../../dist/web');
const COMPRESSED = /\.(?:js|css|svg|wasm|webmanifest)$/;

/** Reads the messages of the catalogs once here, so that no page has to bring the parser for them. */
function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    apply: 'build',
    enforce: 'pre',
    // A part of use-intl that takes only messages that were compiled.
    config: () => ({
      resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
    }),
    transform(_, id) {
      const [, language, file] = /[\\/]text[\\/](en|es)[\\/](index|later)\.ts$/.exec(id) ?? [];
      if (language === undefined) return undefined;
      const isLater = (group: string): boolean => (LATER_GROUPS as readonly string[]).includes(group);
      const groups = Object.entries(language === 'en' ? en : es).filter(
        ([group]) => isLater(group) === (file === 'later'),
      );
      const compiled = groups.map(([group, texts]) => [
        group,
        Object.fromEntries(
          Object.entries(texts as Record<string, string>).map(([key, text]) => [key, compile(text)]),
        ),
      ]);
      const name = file === 'later' ? file : language;
      return { code: `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`, map: null };
    },
  };
}

/** Compressed once here, and by no server for every request. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        for (const entry of await readdir(OUT, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
          const file = join(entry.parentPath, entry.name);
          const bytes = readFileSync(file);
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          };
          writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}

const config: UserConfig = {
  root: import.meta.dirname,
  // What the package exports by itself is built for browsers of 2015, and larger.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onwarn(warning, warn) {
        // Of libraries that are also rendered on servers, which is not done here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  plugins: [
    compiledTexts(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'Rollcall',
        short_name: 'Rollcall',
        description: 'The device register of a school district.',
        start_url: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0b7285',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [{ name: 'Scan', url: '/scan' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm}'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/health\//, /^\/metrics/],
        cleanupOutdatedCaches: true,
      },
    }),
    compressed(),
  ],
  // Not all of /api: the folder of our own sources has that name too.
  server: { proxy: { '^/api/(v1|docs)': 'http://127.0.0.1:3000' } },
};

export default defineConfig(({ command }) => {
  // What is built is what people get, whoever builds it: a test's NODE_ENV would put React's development build in.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return config;
});
