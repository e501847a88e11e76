import { type MakerCalls, MakerSilence } from '../maker-calls.js';
import {
  type AskedDevice,
  type Credentials,
  filled,
  listIn,
  type Maker,
  type MakerAnswer,
  textIn,
} from './maker.js';

const ORIGIN = 'https://warranty.api.hp.com';
const JOBS = `${ORIGIN}/productwarranty/v2/jobs`;
/** HP documents no list of its codes: W and C are what its answers have. */
const TYPES: Readonly<Record<string, string>> = { W: 'initial', C: 'extended' };
const LONGEST_WAIT_S = 60;
const MOST_POLLS = 60;

/** HP's warranties: a job of HP's, which is asked from time to time whether it is done. */
export const hp: Maker = {
  name: 'hp',
  manufacturer: 'HP',
  credentials: ['clientId', 'clientSecret'],
  mostAtOnce: 500,

  async ask(calls, credentials, devices) {
    const token = (): Promise<string> => tokenOf(calls, credentials);
    const job = await calls.json({ url: JOBS, body: devices.map(askedOf), token });
    const [{ jobId, estimatedTime } = {}] = listIn(job);
    const url = `${JOBS}/${encodeURIComponent(textIn(jobId))}`;
    await untilDone(calls, url, token, Number(estimatedTime));
    const products = new Map(
      listIn(await calls.json({ url: `${url}/results`, token })).map((one) => {
        const [product = {}] = listIn(one['product']);
        return [textIn(product['serialNumber']).toUpperCase(), one];
      }),
    );
    return new Map(
      devices.flatMap((device): [string, MakerAnswer][] => {
        const one = products.get(device.serialNumber.toUpperCase());
        return one ? [[device.deviceId, answerOf(one)]] : [];
      }),
    );
  },
};

/** HP uses serial numbers again, so that it wants the number of the product as well: `HP ProBook 450 G8 (3V2Y4UT#ABA)`. */
function askedOf({ serialNumber, modelName }: AskedDevice): Record<string, string> {
  const [, product] = /\(([0-9A-Z]{5,10}(?:#\w{3})?)\)\s*$/i.exec(modelName) ?? [];
  return { sn: serialNumber, ...(product ? { pn: product } : {}) };
}

function tokenOf(calls: MakerCalls, { clientId, clientSecret }: Credentials): Promise<string> {
  return calls.token({
    url: `${ORIGIN}/oauth/v1/token`,
    basic: { user: clientId ?? '', password: clientSecret ?? '' },
    form: { grant_type: 'client_credentials' },
  });
}

async function untilDone(
  calls: MakerCalls,
  url: string,
  token: () => Promise<string>,
  estimated: number,
): Promise<void> {
  let seconds = estimated;
  for (let poll = 0; poll < MOST_POLLS; poll++) {
    await calls.wait(Math.min(LONGEST_WAIT_S, Math.max(1, seconds || 1)));
    const [state = {}] = listIn(await calls.json({ url, token }));
    if (textIn(state['status']).toLowerCase() === 'completed') return;
    seconds = Number(state['estimatedTime']);
  }
  throw new MakerSilence('HP did not finish its job within an hour.');
}

function answerOf(product: Record<string, unknown>): MakerAnswer {
  // A serial number that is unknown, or that several products have, comes without dates.
  const offers = listIn(product['offers']).filter((one) => textIn(one['serviceObligationLineItemStartDate']));
  if (offers.length === 0)
    return {
      outcome: 'unknown',
      detail:
        'HP does not know this serial number, or several of its products have it. Put the product number in brackets at the end of the model’s name, such as HP ProBook 450 G8 (3V2Y4UT).',
    };
  return {
    outcome: 'found',
    rows: offers.map((one) =>
      filled({
        startsOn: textIn(one['serviceObligationLineItemStartDate']),
        endsOn: textIn(one['serviceObligationLineItemEndDate']),
        entitlementType: TYPES[textIn(one['serviceObligationTypeCode'])] ?? '',
        description: textIn(one['offerDescription']),
      }),
    ),
  };
}
