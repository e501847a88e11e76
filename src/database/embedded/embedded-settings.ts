import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** What this process may use, in bytes: the machine's memory, or less inside a container. */
export function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/**
 * The server's settings for one office: a few dozen connections, and now and then an import of a million rows on two
 * cores. An eighth of the memory goes to shared buffers because Node, the page cache and the office's other programs
 * live on the same machine. Nothing here trades durability for speed: a commit is on disk when it is answered.
 */
export function serverSettings(memoryBytes: number, walCompression: 'lz4' | 'pglz'): string {
  const memoryMb = Math.floor(memoryBytes / MB);
  const sharedBuffersMb = Math.min(1024, Math.max(128, Math.floor(memoryMb / 8)));
  const settings: Record<string, string> = {
    cluster_name: 'rollcall',
    listen_addresses: '127.0.0.1',
    // A socket's path may be 107 bytes long at most, and a data folder's path is anyone's guess.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${sharedBuffersMb}MB`,
    effective_cache_size: `${Math.max(sharedBuffersMb, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    // Solid-state disks: a page out of order costs what a page in order does.
    random_page_cost: '1.1',
    effective_io_concurrency: '64',
    // An import writes gigabytes in a minute; checkpoints in the middle of it would write its pages twice.
    max_wal_size: '4GB',
    min_wal_size: '512MB',
    checkpoint_timeout: '15min',
    wal_compression: walCompression,
    synchronous_commit: 'on',
    track_commit_timestamp: 'on',
    // Our statements are short; compiling one costs more than it saves.
    jit: 'off',
    // A killed process must not leave its statement running, holding a core and its locks.
    client_connection_check_interval: '5s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Neither the failing statement nor the offending row: both may hold people's names, and nobody purges this file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written by Rollcall at every start. Put changes into postgresql.conf, below its last line.',
    ...lines,
    '',
  ].join('\n');
}
