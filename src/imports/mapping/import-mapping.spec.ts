import { DEVICE_FIELDS, DEVICE_MAPPINGS } from '../../devices/in-bulk/devices.import.fields.js';
import type { ImportKind } from '../import-kind.js';
import { applyReady, guessMapping, problemsOfMapping, warnOfMapping } from './import-mapping.js';

const devices = {
  kind: 'devices',
  fields: DEVICE_FIELDS,
  mappings: DEVICE_MAPPINGS,
} as unknown as ImportKind;

/** As the systems write them: `formats/device-directories.md`. */
const SNIPE_IT =
  'Full Name,Email,Username,item Name,Category,Model name,Manufacturer,Model Number,Serial,Asset Tag,Location,' +
  'Notes,Purchase Date,Purchase Cost,Company,Status,Warranty Months,Supplier,Order Number,Checkout Date,' +
  'Expected Checkin Date';
const INCIDENT_IQ =
  'AssetId,AssetTag,Name,SerialNumber,ModelName,ManufacturerName,CategoryName,LocationId,LocationName,LocationType,' +
  'OwnerId,OwnerName,StatusName,PurchasedDate,WarrantyExpDate,PurchasePrice,CreatedDate,ModifiedDate,OpenTickets';
const GAM =
  'deviceId,status,annotatedAssetId,annotatedLocation,model,serialNumber,autoUpdateExpiration,lastSync,osVersion,' +
  'orgUnitPath,macAddress,recentUsers.email,lastKnownNetwork.ipAddress,lastKnownNetwork.wanIpAddress';
const INTUNE =
  'Device ID,Device name,Enrollment date,Last check-in,Primary user UPN,OS version,Serial number,Manufacturer,' +
  'Model,Wi-Fi MAC,Total storage,Compliance,Managed by,Ownership,Encrypted,OS,IMEI,MEID,Category,UserId';

const guess = (headers: string) => guessMapping(devices, headers.split(','));

describe('the mapping that headers suggest', () => {
  it.each([
    ['snipe-it', SNIPE_IT],
    ['incident-iq', INCIDENT_IQ],
    ['gam', GAM],
    ['intune', INTUNE],
  ])('knows the export of %s', (name, headers) => {
    const mapping = guess(headers);
    expect(mapping.name).toBe(name);
    expect(Object.values(mapping.columns)).toContain('serialNumber');
    expect(problemsOfMapping(devices, headers.split(','), mapping)).toEqual([]);
  });

  it('takes what such a system calls by other names', () => {
    expect(guess(GAM)).toMatchObject({
      columns: { annotatedAssetId: 'assetTag', annotatedLocation: 'site', macAddress: 'mac' },
      defaults: { kind: 'chromebook' },
      words: { status: { provisioned: 'deployed' } },
    });
    expect(guess(INTUNE).columns).toMatchObject({ Category: 'site', 'Primary user UPN': 'holder' });
    expect(guess(SNIPE_IT).columns).toMatchObject({ Category: 'kind', Email: 'holder' });
  });

  it('takes every header of our own template for what it is', () => {
    const headers = DEVICE_FIELDS.map(({ header }) => header);
    expect(guessMapping(devices, headers)).toEqual({
      columns: Object.fromEntries(DEVICE_FIELDS.map(({ name, header }) => [header, name])),
    });
  });

  it('keeps to our own template when somebody adds the columns of another system', () => {
    const headers = [
      ...DEVICE_FIELDS.map(({ header }) => header),
      'Serial',
      'Model name',
      'Category',
      'Company',
    ];
    const mapping = guessMapping(devices, headers);
    expect(mapping.name).toBeUndefined();
    expect(mapping.columns['Serial number']).toBe('serialNumber');
    expect(mapping.columns['Serial']).toBeUndefined();
  });

  it('does not care for case, spaces and punctuation', () => {
    expect(guess('ASSET_TAG,serial  no.,School,make').columns).toEqual({
      ASSET_TAG: 'assetTag',
      'serial  no.': 'serialNumber',
      School: 'site',
      make: 'manufacturer',
    });
  });

  it('gives a field to one column only, and says which are left aside', () => {
    const headers = ['Serial number', 'Serial', 'Lunch number'];
    const mapping = guessMapping(devices, headers);
    expect(mapping.columns).toEqual({ 'Serial number': 'serialNumber' });
    const unused = warnOfMapping(devices, headers, mapping).map(({ column }) => column);
    expect(unused).toEqual(expect.arrayContaining(['Serial', 'Lunch number']));
  });

  it('is not taken in by a header that is a word of JavaScript', () => {
    expect(guess('constructor,__proto__,Serial number').columns).toEqual({ 'Serial number': 'serialNumber' });
  });
});

describe('a mapping that somebody made', () => {
  it('may name only columns and fields that there are, each field once', () => {
    const mapping = { columns: { A: 'serialNumber', B: 'serialNumber', C: 'colour', D: 'site' } };
    expect(problemsOfMapping(devices, ['A', 'B', 'C'], mapping)).toEqual([
      'The file has no column "D".',
      'There is no field "colour".',
      'The columns "A" and "B" cannot both be serialNumber.',
    ]);
  });

  it('may give defaults and words only to fields that there are', () => {
    const mapping = { columns: {}, defaults: { colour: 'red' }, words: { shape: {} } };
    expect(problemsOfMapping(devices, [], mapping)).toEqual([
      'There is no field "colour".',
      'There is no field "shape".',
    ]);
  });

  it('is a copy when it comes ready-made, so that one import cannot change the next', () => {
    const [snipe] = DEVICE_MAPPINGS;
    if (!snipe) throw new Error('no ready mapping');
    const mapping = applyReady(snipe, SNIPE_IT.split(','));
    mapping.words = { status: {} };
    expect(applyReady(snipe, SNIPE_IT.split(',')).words).not.toEqual({ status: {} });
  });
});
