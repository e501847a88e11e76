import { filled, listIn, type Maker, type MakerAnswer, textIn, UNKNOWN_SERIAL } from './maker.js';

const URL = 'https://supportapi.lenovo.com/v2.5/warranty';
const TYPES: Readonly<Record<string, string>> = { base: 'initial', upgrade: 'extended' };

/** Lenovo's warranties, by serial number (support API v2.5). Several serial numbers go into one form. */
export const lenovo: Maker = {
  name: 'lenovo',
  manufacturer: 'Lenovo',
  credentials: ['clientId'],
  mostAtOnce: 50,

  async ask(calls, { clientId = '' }, devices) {
    const answer = await calls.json({
      url: URL,
      headers: { ClientID: clientId },
      form: { Serial: devices.map(({ serialNumber }) => serialNumber).join(',') },
    });
    // One result may be an object instead of a list, and a serial number without a record is left out of it.
    const machines = new Map(listIn(answer).map((one) => [textIn(one['Serial']).toUpperCase(), one]));
    return new Map(
      devices.map(({ deviceId, serialNumber }): [string, MakerAnswer] => {
        const machine = machines.get(serialNumber.toUpperCase());
        if (!machine) return [deviceId, { outcome: 'unknown', detail: UNKNOWN_SERIAL }];
        return [deviceId, answerOf(machine)];
      }),
    );
  },
};

function answerOf(machine: Record<string, unknown>): MakerAnswer {
  const rows = listIn(machine['Warranty']).map((one) =>
    filled({
      contractNumber: textIn(one['ID']),
      startsOn: textIn(one['Start']),
      endsOn: textIn(one['End']),
      entitlementType: TYPES[textIn(one['Type']).toLowerCase()] ?? '',
      description: textIn(one['Name']),
    }),
  );
  return rows.length > 0 ? { outcome: 'found', rows } : { outcome: 'unknown', detail: UNKNOWN_SERIAL };
}
