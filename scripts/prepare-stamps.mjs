/** What has been installed and built, and from what: fingerprints of the sources, kept beside the results. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const INSTALL_STAMP = 'node_modules/.rollcall-installed';
const BUILD_STAMP = 'dist/.rollcall-built';
const ENTRY_POINT = 'dist/src/main.js';
const WEB_PAGE = 'dist/web/index.html';
const SOURCE_FOLDERS = ['src', 'migrations', 'scripts/openapi'];
const BUILD_SCRIPTS = ['scripts/route-schemas.mjs', 'scripts/api-types.mjs'];
const COMPILED_FOLDERS = ['dist/src', 'dist/migrations'];

/** `npm ci` empties node_modules first, so a stamp in there is gone the moment an install begins. */
export function isInstalled(root) {
  return stampHolds(root, INSTALL_STAMP, installFingerprint(root)) || npmHasInstalled(root);
}

export function markInstalled(root) {
  writeStamp(root, INSTALL_STAMP, installFingerprint(root));
}

export function isBuilt(root, fingerprint = buildFingerprint(root)) {
  const isThere = [ENTRY_POINT, WEB_PAGE].every((file) => existsSync(join(root, file)));
  return isThere && stampHolds(root, BUILD_STAMP, fingerprint);
}

/** Takes the fingerprint from before the build: what changes while it runs is built next time. */
export function markBuilt(root, fingerprint) {
  writeStamp(root, BUILD_STAMP, fingerprint);
}

/** The contents of everything that a build reads; specs are not built. */
export function buildFingerprint(root) {
  const files = readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name));
  files.push('nest-cli.json', 'package.json', 'package-lock.json', ...BUILD_SCRIPTS);
  for (const folder of SOURCE_FOLDERS) files.push(...filesUnder(root, folder));
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !/\.spec\.tsx?$/.test(name)).toSorted()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Makes dist safe to build into. tsc never deletes what it once wrote, so a migration that is gone from the sources
 * would still run; and its incremental notes make it skip files that somebody deleted from dist.
 */
export function clearStaleOutput(root) {
  if (!existsSync(join(root, ENTRY_POINT))) rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const folder of COMPILED_FOLDERS) {
    for (const file of filesUnder(root, folder)) {
      const source = /^dist\/(.*)\.js(?:\.map)?$/.exec(file)?.[1];
      if (source && !existsSync(join(root, `${source}.ts`))) rmSync(join(root, file));
    }
  }
}

/** Whether the lock file was made from the package.json beside it. */
export function lockListsWhatWeNeed(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[''];
  return ['dependencies', 'devDependencies'].every((kind) => isDeepStrictEqual(wanted[kind], locked[kind]));
}

function installFingerprint(root) {
  const platform = `${process.platform} ${process.arch}`;
  return createHash('sha256')
    .update(platform)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether somebody ran npm themselves. As the last step of an install that succeeded, npm notes in
 * node_modules/.package-lock.json what is there; it must be what the lock file asks for, optional packages apart.
 */
function npmHasInstalled(root) {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  const { '': _ourselves, ...wanted } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages;
  const agree = (path) => present[path]?.version === wanted[path]?.version;
  const mayBeAbsent = (path) => !present[path] && wanted[path].optional && !existsSync(join(root, path));
  return (
    Object.keys(present).every(agree) && Object.keys(wanted).every((path) => agree(path) || mayBeAbsent(path))
  );
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

function stampHolds(root, stamp, fingerprint) {
  const file = join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint;
}

function writeStamp(root, stamp, fingerprint) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true });
  writeFileSync(join(root, stamp), fingerprint);
}
