import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { Connection, FileEntry, SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;
const { STATUS_CODE: STATUS, OPEN_MODE } = utils.sftp;

/** What the server does at a step: nothing by default. It throws to answer with a failure. */
export interface SftpHooks {
  beforeWrite?: (connection: Connection) => Promise<void> | void;
  /** Before the file has its own name. */
  beforeRename?: (connection: Connection) => Promise<void> | void;
  /** The file has its own name, and the answer is not sent yet. */
  afterRename?: (connection: Connection) => Promise<void> | void;
}

/**
 * A new key for SSH. Not made by `ssh2`: of each few hundred of its Ed25519 keys it cannot read one itself.
 * @returns the private key as PEM, and the public key as the protocol and as a line of `authorized_keys` have it
 */
export function newKey(): { private: string; publicSsh: Buffer; publicLine: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  const parsed = utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const publicSsh = parsed.getPublicSSH();
  return { private: pem, publicSsh, publicLine: `${parsed.type} ${publicSsh.toString('base64')}` };
}

/** A real SFTP server on 127.0.0.1, with its files in memory. One account: `rollcall`, with a password or a key. */
export class SftpPeer {
  readonly files = new Map<string, Buffer>();
  /** Names that files were renamed to, each time. */
  readonly renamed: string[] = [];
  hooks: SftpHooks = {};
  connections = 0;
  private readonly server: InstanceType<typeof Server>;
  private readonly open = new Set<Connection>();

  private constructor(
    hostKey: string,
    private readonly password: string,
    private readonly publicKey: Buffer | undefined,
  ) {
    this.server = new Server({ hostKeys: [hostKey] }, (connection) => this.serve(connection));
  }

  static async start({
    password = 'secret',
    publicKey,
  }: { password?: string; publicKey?: string } = {}): Promise<SftpPeer & { hostKey: string }> {
    const key = newKey();
    const parsed = publicKey === undefined ? undefined : utils.parseKey(publicKey);
    if (parsed instanceof Error) throw parsed;
    const peer = new SftpPeer(key.private, password, parsed?.getPublicSSH());
    peer.server.listen(0, '127.0.0.1');
    await once(peer.server, 'listening');
    const print = createHash('sha256').update(key.publicSsh).digest('base64').replace(/=+$/, '');
    return Object.assign(peer, { hostKey: `SHA256:${print}` });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Names of whole files, without temporary ones. */
  get names(): string[] {
    return [...this.files.keys()].filter((name) => !name.endsWith('.part')).toSorted();
  }

  reset(): void {
    this.files.clear();
    this.renamed.length = 0;
    this.hooks = {};
  }

  async stop(): Promise<void> {
    for (const connection of this.open) connection.end();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private serve(connection: Connection): void {
    this.connections += 1;
    this.open.add(connection);
    // A client that was killed breaks its connection; that is what some tests are about.
    connection.on('error', () => undefined).on('close', () => this.open.delete(connection));
    connection.on('authentication', (context) => {
      const isPassword = context.method === 'password' && context.password === this.password;
      const isKey = context.method === 'publickey' && this.publicKey?.equals(context.key.data);
      if (context.username === 'rollcall' && (isPassword || isKey)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => this.serveFiles(connection, acceptSftp()));
    });
  }

  private serveFiles(connection: Connection, sftp: SFTPWrapper): void {
    const handles = new Map<number, { name: string; entries?: FileEntry[] }>();
    let last = 0;
    const nameOf = (handle: Buffer): string => handles.get(handle.readUInt32BE(0))?.name ?? '';
    const answer = (id: number, work: () => Promise<void> | void): void => {
      Promise.resolve()
        .then(work)
        .catch(() => sftp.status(id, STATUS.FAILURE, 'the server says no'));
    };
    const stat = (id: number, path: string): void => {
      const bytes = this.files.get(plain(path));
      if (path === '.' || plain(path) === '') sftp.attrs(id, { ...ATTRIBUTES, mode: 0o40755, size: 0 });
      else if (bytes) sftp.attrs(id, { ...ATTRIBUTES, size: bytes.length });
      else sftp.status(id, STATUS.NO_SUCH_FILE);
    };
    sftp.on('error', () => undefined);
    sftp.on('REALPATH', (id, path) =>
      sftp.name(id, [{ filename: `/${plain(path)}`, longname: '', attrs: ATTRIBUTES }]),
    );
    sftp.on('STAT', stat).on('LSTAT', stat);
    sftp.on('FSTAT', (id, handle) => stat(id, nameOf(handle)));
    sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS.OK)).on('SETSTAT', (id) => sftp.status(id, STATUS.OK));
    sftp.on('OPEN', (id, path, flags) => {
      const name = plain(path);
      if (flags & OPEN_MODE.TRUNC || !this.files.has(name)) {
        if (!(flags & OPEN_MODE.WRITE)) return sftp.status(id, STATUS.NO_SUCH_FILE);
        this.files.set(name, Buffer.alloc(0));
      }
      last += 1;
      handles.set(last, { name });
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(last, 0);
      return sftp.handle(id, handle);
    });
    sftp.on('WRITE', (id, handle, offset, data) =>
      answer(id, async () => {
        const bytes = Buffer.from(data);
        await this.hooks.beforeWrite?.(connection);
        const name = nameOf(handle);
        const before = this.files.get(name) ?? Buffer.alloc(0);
        const after = Buffer.alloc(Math.max(before.length, offset + bytes.length));
        before.copy(after);
        bytes.copy(after, offset);
        this.files.set(name, after);
        sftp.status(id, STATUS.OK);
      }),
    );
    sftp.on('READ', (id, handle, offset, length) => {
      const bytes = this.files.get(nameOf(handle)) ?? Buffer.alloc(0);
      if (offset >= bytes.length) return sftp.status(id, STATUS.EOF);
      return sftp.data(id, bytes.subarray(offset, offset + length));
    });
    sftp.on('CLOSE', (id) => sftp.status(id, STATUS.OK));
    sftp.on('RENAME', (id, from, to) =>
      answer(id, async () => {
        await this.hooks.beforeRename?.(connection);
        const bytes = this.files.get(plain(from));
        if (!bytes || this.files.has(plain(to)))
          throw new Error('there is nothing to rename, or it is taken');
        this.files.delete(plain(from));
        this.files.set(plain(to), bytes);
        this.renamed.push(plain(to));
        await this.hooks.afterRename?.(connection);
        sftp.status(id, STATUS.OK);
      }),
    );
  }
}

const ATTRIBUTES = { mode: 0o100644, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function plain(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '').replace(/^\.$/, '');
}
