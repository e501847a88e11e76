import { createDecipheriv, randomBytes } from 'node:crypto';
import { readSettings } from '../config/settings.js';
import { NoSecretsKey, SecretBox, UnreadableSecret } from './secret-box.js';

const key = randomBytes(32);
const boxOf = (bytes?: Buffer): SecretBox =>
  new SecretBox(readSettings(bytes ? { SECRETS_KEY: bytes.toString('base64') } : {}));
const box = boxOf(key);

describe('a sealed secret', () => {
  it('opens for whom it was sealed', () => {
    const sealed = box.seal('pässword\n', 'vendor 1');
    expect(box.open(sealed, 'vendor 1')).toBe('pässword\n');
    expect(box.open(box.seal('', 'vendor 1'), 'vendor 1')).toBe('');
  });

  it('holds nothing of its text, and differs each time', () => {
    const [one, other] = [box.seal('password', 'x'), box.seal('password', 'x')];
    expect(one.includes('password')).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it('is AES-256-GCM, as Node alone opens it', () => {
    const sealed = box.seal('password', 'vendor 1');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(9, 21));
    decipher.setAAD(Buffer.from('vendor 1')).setAuthTag(sealed.subarray(21, 37));
    expect(Buffer.concat([decipher.update(sealed.subarray(37)), decipher.final()]).toString()).toBe(
      'password',
    );
  });

  it('does not open in another record', () => {
    expect(() => box.open(box.seal('password', 'vendor 1'), 'vendor 2')).toThrow(UnreadableSecret);
  });

  it('does not open once a bit of it has changed, wherever that is', () => {
    const sealed = box.seal('password', 'x');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => box.open(changed, 'x')).toThrow(UnreadableSecret);
    }
  });

  it('says that the key has changed', () => {
    expect(() => boxOf(randomBytes(32)).open(box.seal('password', 'x'), 'x')).toThrow(
      'SECRETS_KEY has changed since',
    );
  });

  it.each([0, 1, 36])('does not open with %i bytes', (length) => {
    expect(() => box.open(box.seal('password', 'x').subarray(0, length), 'x')).toThrow('it is damaged');
  });

  it('is not made without a key', () => {
    expect(() => boxOf().seal('password', 'x')).toThrow(NoSecretsKey);
    expect(() => boxOf().open(box.seal('password', 'x'), 'x')).toThrow(NoSecretsKey);
  });
});
