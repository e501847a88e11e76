import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Conflict } from '../common/refusal.js';
import { Settings } from '../config/settings.js';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const KEY_NAME_BYTES = 8;
/** NIST SP 800-38D: 96 random bits for each text, and a tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_NAME_BYTES + NONCE_BYTES + TAG_BYTES;

/** Nothing can be sealed without a key. */
export class NoSecretsKey extends Conflict {
  constructor() {
    super(
      'Rollcall has no key yet to keep passwords of other systems with. Whoever runs the server sets SECRETS_KEY (see ' +
        '“Settings” in the manual for administrators) and starts it again.',
      'NO_SECRETS_KEY',
    );
  }
}

/** A sealed secret that this server cannot read. The message never holds any part of it. */
export class UnreadableSecret extends Conflict {
  constructor(why: string) {
    super(
      `Rollcall cannot read a saved password or secret: ${why}. ITS or an administrator must enter it again (see ` +
        '“If the key has changed” in the manual for administrators).',
      'UNREADABLE_SECRET',
    );
  }
}

interface Key {
  bytes: Buffer;
  /** Says in a sealed text which key it needs, and gives nothing away of the key. */
  name: Buffer;
}

/**
 * Encrypts what Rollcall must hand to other systems, such as the password of a vendor's server, before it goes into the
 * database (AES-256-GCM). Whoever has the database alone cannot read it.
 */
@Injectable()
export class SecretBox {
  private readonly key: Key | undefined;

  constructor(settings: Settings) {
    if (settings.SECRETS_KEY !== undefined) this.key = keyOf(settings.SECRETS_KEY);
  }

  /**
   * @param about whose secret this is, such as `vendor-signing <district> <vendor>`. A sealed text that is moved to
   * another record does not open there.
   * @throws NoSecretsKey
   */
  seal(text: string, about: string): Buffer {
    if (!this.key) throw new NoSecretsKey();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key.bytes, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), this.key.name, nonce, cipher.getAuthTag(), sealed]);
  }

  /**
   * @param about the same as when it was sealed
   * @throws NoSecretsKey
   * @throws UnreadableSecret after the key has changed, or where the sealed text belongs to another record
   */
  open(sealed: Buffer, about: string): string {
    if (!this.key) throw new NoSecretsKey();
    if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw new UnreadableSecret('it is damaged');
    const [keyName, nonce, tag, text] = cut(sealed.subarray(1), KEY_NAME_BYTES, NONCE_BYTES, TAG_BYTES);
    if (!keyName.equals(this.key.name))
      throw new UnreadableSecret('SECRETS_KEY has changed since it was saved');
    const decipher = createDecipheriv(CIPHER, this.key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch {
      throw new UnreadableSecret('it is damaged');
    }
  }
}

function keyOf(base64: string): Key {
  const bytes = Buffer.from(base64, 'base64');
  return { bytes, name: createHash('sha256').update(bytes).digest().subarray(0, KEY_NAME_BYTES) };
}

function cut(bytes: Buffer, one: number, two: number, three: number): [Buffer, Buffer, Buffer, Buffer] {
  return [
    bytes.subarray(0, one),
    bytes.subarray(one, one + two),
    bytes.subarray(one + two, one + two + three),
    bytes.subarray(one + two + three),
  ];
}
