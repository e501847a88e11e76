import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { posix } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { storable } from '../../../imports/reading/cells/storable-text.js';
import type { Sending } from '../../../outbox/letter.js';
import type { SftpSettings } from '../delivery-settings.js';
import type { OutgoingFile } from './delivery-targets.service.js';
import { assertPublicHost, PrivateAddress, publicLookup } from './public-addresses.js';

/** A server, and what opens it: the key where there is one, or else the password. */
export interface SftpTarget extends Omit<SftpSettings, 'by'> {
  privateKey: string | undefined;
  password: string | undefined;
  allowsPrivate: boolean;
}

const HANDSHAKE_MS = 30_000;
/** Well within the lease of a letter, so that it is over before its process is taken for dead. */
const MOST_MS = 200_000;

/** The server said no, or is not the one that it should be. */
class Refused extends Error {
  constructor(readonly sending: Sending) {
    super(sending.answer);
  }
}

const now = (answer: string): Refused => new Refused({ outcome: 'refused_for_now', answer });
const forGood = (answer: string): Refused => new Refused({ outcome: 'refused_for_good', answer });

/**
 * Puts a file on an SFTP server: under a temporary name first, so that nobody reads half of it, and then under its own. A
 * server that has the file already has said yes before, and gets nothing.
 * @param begin is called before the first byte of the file
 * @throws where nobody knows whether the file has its own name
 */
export async function putFile(
  target: SftpTarget,
  file: OutgoingFile,
  begin: () => Promise<void>,
): Promise<Sending> {
  // Without callbacks, the library writes to the console.
  const quiet = { error: () => undefined, end: () => undefined, close: () => undefined };
  const client = new SftpClient('rollcall', quiet);
  let socket: Socket | undefined;
  let clock: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error('The server took too long to answer.')), MOST_MS);
  });
  const put = async (): Promise<Sending> => {
    socket = await reach(target);
    await signIn(client, socket, target);
    return transmit(client, posix.join(target.folder ?? '.', file.name), file, begin);
  };
  try {
    return await Promise.race([put(), tooLong]);
  } catch (error) {
    if (error instanceof Refused) return error.sending;
    throw error;
  } finally {
    clearTimeout(clock);
    socket?.destroy();
  }
}

async function reach({ host, port, allowsPrivate }: SftpTarget): Promise<Socket> {
  let socket: Socket | undefined;
  try {
    if (!allowsPrivate) assertPublicHost(host);
    socket = connect({ host, port, ...(allowsPrivate ? {} : { lookup: publicLookup }) });
    await once(socket, 'connect', { signal: AbortSignal.timeout(HANDSHAKE_MS) });
    return socket;
  } catch (error) {
    socket?.destroy();
    if (error instanceof PrivateAddress) throw forGood(error.message);
    throw now(`Rollcall could not reach the server: ${messageOf(error)}`);
  }
}

async function signIn(
  client: SftpClient,
  sock: Socket,
  { username, password, privateKey, hostKey }: SftpTarget,
): Promise<void> {
  let shown: string | undefined;
  const hostVerifier = (key: Buffer): boolean => {
    shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
    return shown === hostKey;
  };
  const opens = privateKey === undefined ? { password } : { privateKey };
  try {
    await client.connect({ sock, username, ...opens, hostVerifier, readyTimeout: HANDSHAKE_MS });
  } catch (error) {
    if (shown !== undefined && shown !== hostKey)
      throw forGood(
        `The server showed another key than the one that is set: ${shown}. Ask the vendor whether this is right.`,
      );
    const message = messageOf(error);
    if (/authentication methods failed|parse privateKey/i.test(message))
      throw forGood(`The server did not let Rollcall in: ${message}`);
    throw now(`Rollcall could not open a connection: ${message}`);
  }
}

async function transmit(
  client: SftpClient,
  path: string,
  { bytes }: OutgoingFile,
  begin: () => Promise<void>,
): Promise<Sending> {
  if (await isThere(client, path, bytes))
    return { outcome: 'delivered', answer: `The server has ${path} already, with the same content.` };
  // The same name each time: what an attempt left half is overwritten by the next one.
  const temporary = posix.join(posix.dirname(path), `.${posix.basename(path)}.part`);
  await begin();
  await upload(client, temporary, bytes);
  await client.rename(temporary, path);
  const { size } = await client.stat(path);
  if (size !== bytes.length) throw new Error(`${path} has ${size} bytes instead of ${bytes.length}.`);
  return { outcome: 'delivered', answer: `The server has ${path}, ${size} bytes.` };
}

/** @throws Refused where the server does not have all of it: nothing has the file's own name then */
async function upload(client: SftpClient, temporary: string, bytes: Buffer): Promise<void> {
  let size: number;
  try {
    await client.put(bytes, temporary);
    // The library takes a stream that closes for one that is through, also where the server refused to write.
    ({ size } = await client.stat(temporary));
  } catch (error) {
    throw now(`The server did not take the file: ${messageOf(error)}`);
  }
  if (size !== bytes.length) throw now(`The server took ${size} bytes of ${bytes.length} only.`);
}

/** @throws Refused where the server has another file under this name */
async function isThere(client: SftpClient, path: string, bytes: Buffer): Promise<boolean> {
  let found: false | 'd' | '-' | 'l';
  try {
    found = await client.exists(path);
  } catch (error) {
    throw now(`The server did not say whether it has the file: ${messageOf(error)}`);
  }
  if (found === false) return false;
  const { size } = await client.stat(path);
  const isSame = size === bytes.length && bytes.equals((await client.get(path)) as Buffer);
  if (!isSame) throw forGood(`The server has another file called ${path}. Ask the vendor to move it.`);
  return true;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return storable(message.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 500));
}
