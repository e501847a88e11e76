import type { MakerCalls } from '../maker-calls.js';
import {
  type Credentials,
  filled,
  listIn,
  type Maker,
  type MakerAnswer,
  textIn,
  UNKNOWN_SERIAL,
} from './maker.js';

const ORIGIN = 'https://apigtwb2c.us.dell.com';
const TYPES: Readonly<Record<string, string>> = { INITIAL: 'initial', EXTENDED: 'extended' };

/** Dell's entitlements, by service tag (asset-entitlements v5). Its days are instants in US Central. */
export const dell: Maker = {
  name: 'dell',
  manufacturer: 'Dell',
  credentials: ['clientId', 'clientSecret'],
  mostAtOnce: 100,

  async ask(calls, credentials, devices) {
    const answer = await calls.json({
      url: `${ORIGIN}/PROD/sbil/eapi/v5/asset-entitlements`,
      query: { servicetags: devices.map(({ serialNumber }) => serialNumber).join(',') },
      token: () => tokenOf(calls, credentials),
    });
    const assets = new Map(listIn(answer).map((asset) => [textIn(asset['serviceTag']).toUpperCase(), asset]));
    return new Map(
      devices.flatMap((device): [string, MakerAnswer][] => {
        const asset = assets.get(device.serialNumber.toUpperCase());
        return asset ? [[device.deviceId, answerOf(asset)]] : [];
      }),
    );
  },
};

function tokenOf(calls: MakerCalls, { clientId, clientSecret }: Credentials): Promise<string> {
  return calls.token({
    url: `${ORIGIN}/auth/oauth/v2/token`,
    basic: { user: clientId ?? '', password: clientSecret ?? '' },
    form: { grant_type: 'client_credentials' },
  });
}

function answerOf(asset: Record<string, unknown>): MakerAnswer {
  if (asset['invalid'] === true) return { outcome: 'unknown', detail: UNKNOWN_SERIAL };
  const rows = listIn(asset['entitlements']).map((one) =>
    filled({
      contractNumber: textIn(one['itemNumber']),
      startsOn: textIn(one['startDate']),
      endsOn: textIn(one['endDate']),
      entitlementType: TYPES[textIn(one['entitlementType'])] ?? '',
      description: textIn(one['serviceLevelDescription']),
    }),
  );
  return { outcome: 'found', rows };
}
