import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { FieldError } from '../../common/refusal.js';
import type { DeliveryBody, DeliveryWay } from '../../vendors/vendor-delivery.dto.js';
import { badDelivery } from './delivery.errors.js';
import { isPublic } from './channels/public-addresses.js';

/** `signing`: signs files and replies. The others open the vendor's SFTP server. */
export const SECRET_KINDS = ['signing', 'password', 'private_key'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

export interface SftpSettings {
  by: 'sftp';
  host: string;
  port: number;
  username: string;
  /** Null for the folder in which the account begins. */
  folder: string | null;
  /** Fingerprint of the server's key: `SHA256:` and base64. */
  hostKey: string;
}

export interface EmailSettings {
  by: 'email';
  to: string[];
}

export interface HttpsSettings {
  by: 'https';
  url: string;
  /** PEM. Null if a public authority signed the server's certificate. */
  certificate: string | null;
}

/** How files reach a vendor, without secrets. */
export type DeliverySettings = { by: 'download' } | SftpSettings | EmailSettings | HttpsSettings;

/** "Workdays at 16:00, if anything is ready", in the district's time zone. */
export interface BatchSchedule {
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** `HH:MM`. */
  at: string;
}

const SSH_PORT = 22;

/** Fields that each way has, besides `by`. */
const FIELDS: Record<DeliveryWay, readonly (keyof DeliveryBody)[]> = {
  download: ['secret'],
  sftp: ['host', 'port', 'username', 'folder', 'hostKey', 'password', 'privateKey', 'secret'],
  email: ['to', 'secret'],
  https: ['url', 'certificate', 'secret'],
};
const NEEDED: Record<DeliveryWay, readonly (keyof DeliveryBody)[]> = {
  download: [],
  sftp: ['host', 'username', 'hostKey'],
  email: ['to'],
  https: ['url'],
};

/** Secrets that a request gives, by their kind. */
export function secretsIn({ secret, password, privateKey }: DeliveryBody): [SecretKind, string][] {
  const said: [SecretKind, string | undefined][] = [
    ['signing', secret],
    ['password', password],
    ['private_key', privateKey],
  ];
  return said.filter((one): one is [SecretKind, string] => one[1] !== undefined);
}

/**
 * What a request says of a delivery.
 * @param known kinds of secrets that the vendor has already
 * @param allowsPrivate whether files may go to addresses that the internet does not reach
 * @throws InvalidInput naming every field that is missing, belongs to another way, or cannot be used
 */
export function settingsOf(
  body: DeliveryBody,
  known: ReadonlySet<SecretKind>,
  allowsPrivate: boolean,
): DeliverySettings {
  const errors = [
    ...wrongFields(body),
    ...missingSecrets(body, known),
    ...unusableValues(body, allowsPrivate),
  ];
  if (errors.length > 0) throw badDelivery(errors);
  const {
    by,
    host = '',
    port = SSH_PORT,
    username = '',
    folder,
    hostKey = '',
    to = [],
    url = '',
    certificate,
  } = body;
  if (by === 'sftp')
    return { by, host, port, username, folder: folder || null, hostKey: hostKey.replace(/=$/, '') };
  if (by === 'email') return { by, to };
  if (by === 'https') return { by, url: new URL(url).href, certificate: certificate || null };
  return { by };
}

/** Where letters go, as people read it. */
export function addressesOf(settings: DeliverySettings): string[] {
  if (settings.by === 'email') return settings.to;
  if (settings.by === 'https') return [settings.url];
  if (settings.by === 'download') return [];
  const { host, port, username, folder } = settings;
  return [`sftp://${username}@${isIP(host) === 6 ? `[${host}]` : host}:${port}/${folder ?? ''}`];
}

function wrongFields(body: DeliveryBody): FieldError[] {
  const { by } = body;
  const given = Object.entries(body).filter(([name, value]) => name !== 'by' && value !== undefined);
  const foreign = given.filter(([name, value]) => value !== null && !FIELDS[by].some((one) => one === name));
  return [
    ...foreign.map(([name]) =>
      error(name, 'NOT_OF_WAY', `A delivery by "${by}" has no field "${name}". Leave it out.`),
    ),
    ...NEEDED[by]
      .filter((name) => body[name] === undefined)
      .map((name) => error(name, 'MISSING', `A delivery by "${by}" needs the field "${name}".`)),
  ];
}

function missingSecrets(
  { by, secret, password, privateKey }: DeliveryBody,
  known: ReadonlySet<SecretKind>,
): FieldError[] {
  if (by === 'https' && secret === undefined && !known.has('signing'))
    return [
      error('secret', 'MISSING', 'Enter a secret that signs the files, and give the same one to the vendor.'),
    ];
  const hasKey = password !== undefined || privateKey !== undefined;
  if (by === 'sftp' && !hasKey && !known.has('password') && !known.has('private_key'))
    return [
      error('password', 'MISSING', 'Enter the password or the private key of the account on the server.'),
    ];
  return [];
}

function unusableValues(
  { url, host, certificate, privateKey }: DeliveryBody,
  allowsPrivate: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  const address = url === undefined ? undefined : httpsUrl(url);
  if (url !== undefined && !address)
    errors.push(
      error('url', 'NOT_HTTPS', 'Enter an address that begins with https://, without a user or a password.'),
    );
  for (const [field, name] of [
    ['url', address?.hostname.replace(/^\[|\]$/g, '')],
    ['host', host],
  ] as const)
    if (name !== undefined && isIP(name) !== 0 && !allowsPrivate && !isPublic(name))
      errors.push(
        error(
          field,
          'PRIVATE_ADDRESS',
          `${name} is not an address on the internet. Enter the vendor's public address.`,
        ),
      );
  if (certificate && !isCertificate(certificate))
    errors.push(error('certificate', 'NOT_A_CERTIFICATE', 'Paste the whole certificate in PEM form.'));
  if (privateKey !== undefined && !/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(privateKey))
    errors.push(error('privateKey', 'NOT_A_KEY', 'Paste the whole private key, in OpenSSH or PEM form.'));
  return errors;
}

function httpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  return url.protocol === 'https:' && isPlain ? url : undefined;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== '';
  } catch {
    // What is no certificate throws an error of OpenSSL, with texts that help nobody.
    return false;
  }
}

function error(name: string, code: string, detail: string): FieldError {
  return { field: `delivery.${name}`, code, detail };
}
