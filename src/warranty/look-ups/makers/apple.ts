import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { RowFields } from '../../../imports/import-kind.js';
import { credentialProblem } from '../look-ups.errors.js';
import { type MakerCalls, MakerSilence } from '../maker-calls.js';
import {
  type AskedDevice,
  type Credentials,
  filled,
  listIn,
  type Maker,
  type MakerAnswer,
  textIn,
  UNKNOWN_SERIAL,
} from './maker.js';

const API = 'https://api-school.apple.com/v1/orgDevices';
const TOKEN = 'https://account.apple.com/auth/oauth2/token';
const AUDIENCE = 'https://account.apple.com/auth/oauth2/v2/token';
const ASSERTION_SECONDS = 15 * 60;

/** AppleCare coverage from Apple School Manager: one serial number a call, one call after another. */
export const apple: Maker = {
  name: 'apple',
  manufacturer: 'Apple',
  credentials: ['clientId', 'keyId', 'privateKey'],
  mostAtOnce: 20,
  // Apple writes days as their midnight in UTC.
  timeZone: 'UTC',

  check({ privateKey = '' }) {
    keyIn(privateKey);
  },

  async ask(calls, credentials, devices) {
    const answers = new Map<string, MakerAnswer>();
    for (const device of devices) {
      try {
        answers.set(device.deviceId, await askFor(calls, credentials, device));
      } catch (error) {
        // One that fails says nothing of the next.
        if (!(error instanceof MakerSilence)) throw error;
        answers.set(device.deviceId, { outcome: 'failed', detail: error.message });
      }
    }
    return answers;
  },
};

async function askFor(
  calls: MakerCalls,
  credentials: Credentials,
  device: AskedDevice,
): Promise<MakerAnswer> {
  const answer = await calls.json({
    url: `${API}/${encodeURIComponent(device.serialNumber)}/appleCareCoverage`,
    token: () => tokenOf(calls, credentials),
    // Apple knows only the devices that are enrolled for the school.
    missing: 404,
  });
  const rows = listIn(answer?.['data' as never]).map(rowOf);
  return rows.length > 0 ? { outcome: 'found', rows } : { outcome: 'unknown', detail: UNKNOWN_SERIAL };
}

function rowOf(coverage: Record<string, unknown>): RowFields {
  const [one = {}] = listIn(coverage['attributes']);
  const isCancelled = one['isCanceled'] === true;
  return {
    ...filled({
      contractNumber: textIn(one['agreementNumber']),
      startsOn: textIn(one['startDateTime']),
      endsOn: textIn(one['endDateTime']),
      cancelledOn: isCancelled ? textIn(one['contractCancelDateTime']) : '',
      description: textIn(one['description']),
    }),
    ...(isCancelled ? { isCancelled } : {}),
  };
}

function tokenOf(calls: MakerCalls, credentials: Credentials): Promise<string> {
  return calls.token({
    url: TOKEN,
    form: {
      grant_type: 'client_credentials',
      client_id: credentials['clientId'] ?? '',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertionOf(credentials, Math.floor(Date.now() / 1000)),
      scope: 'school.api',
    },
  });
}

/**
 * The signed statement that stands for a password (RFC 7523 with ES256).
 * @param now seconds since 1970
 */
export function assertionOf({ clientId, keyId, privateKey = '' }: Credentials, now: number): string {
  const head = { alg: 'ES256', kid: keyId, typ: 'JWT' };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: AUDIENCE,
    iat: now,
    exp: now + ASSERTION_SECONDS,
    jti: randomUUID(),
  };
  const text = [head, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), { key: keyIn(privateKey), dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

function keyIn(pem: string): ReturnType<typeof createPrivateKey> {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Said below: what is no key at all is refused like one of another kind.
  }
  const detail =
    'This is not the private key that Apple School Manager gives. Paste the whole file, from "-----BEGIN" to "-----END".';
  throw credentialProblem('privateKey', 'NOT_A_KEY', detail);
}
