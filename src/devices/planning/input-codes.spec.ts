import { judgeCodes } from './input-codes.js';

describe('the codes of an input', () => {
  it('keep what is not said, and empty what is null or blank', () => {
    expect(judgeCodes({})).toMatchObject({ serialNumber: undefined, assetTag: undefined, problems: [] });
    expect(judgeCodes({ serialNumber: null, assetTag: '  ' })).toMatchObject({
      serialNumber: null,
      assetTag: null,
      problems: [],
    });
  });

  it('lose a label prefix where maker or model say whose label it is', () => {
    const label = { serialNumber: '1s20da0015usLR01ABCD' };
    expect(judgeCodes({ ...label, manufacturer: 'LENOVO Inc.' }).serialNumber).toBe('LR01ABCD');
    expect(judgeCodes({ ...label, model: 'Lenovo ThinkPad 11e' }).serialNumber).toBe('LR01ABCD');
    expect(judgeCodes({ serialNumber: 'SDMPXK0AAJG5J', model: 'iPad (9th generation)' }).serialNumber).toBe(
      'DMPXK0AAJG5J',
    );
    expect(judgeCodes({ ...label, manufacturer: 'HP' }).serialNumber).toBe('1S20DA0015USLR01ABCD');
    expect(judgeCodes(label).serialNumber).toBe('1S20DA0015USLR01ABCD');
  });

  it('name the field of each that is no code', () => {
    const { problems } = judgeCodes({
      serialNumber: 'To be filled by O.E.M.',
      assetTag: 'No tag',
      imei: '0000000000',
      oldTag: 'n/a',
      mac: 'B4:69',
    });
    expect(problems.map(({ column }) => String(column)).toSorted()).toEqual([
      'assetTag',
      'imei',
      'mac',
      'oldTag',
      'serialNumber',
    ]);
    expect(problems.every(({ detail }) => detail.length > 0)).toBe(true);
  });

  it('say in plain words that a placeholder is none', () => {
    const { problems } = judgeCodes({
      serialNumber: '0123456789',
      assetTag: '1111',
      mac: 'ff-ff-ff-ff-ff-ff',
    });
    expect(problems.map(({ detail }) => detail).toSorted()).toEqual([
      '"0123456789" looks like a placeholder, not a real serial number. Leave it blank.',
      '"1111" looks like a placeholder, not a real tag. Leave it blank. If your district prints such tags, add a tag series that contains them.',
      '"ff-ff-ff-ff-ff-ff" looks like a placeholder, not a real MAC address. Leave it blank.',
    ]);
  });

  it('may be a tag that looks like a placeholder where it is one of the district, and no such serial', () => {
    const own = (tag: string): boolean => tag === '1111';
    expect(judgeCodes({ assetTag: '1111', oldTag: '1111' }, own).problems).toEqual([]);
    expect(judgeCodes({ serialNumber: '1111', imei: '1111' }, own).problems).toHaveLength(2);
  });

  it('that never make a match are kept apart, each under its kind', () => {
    const { extra } = judgeCodes({ oldTag: 'old-7', imei: '356938035643809', mac: 'b4:69:21:18:c6:76' });
    expect(extra).toEqual([
      { kind: 'old_tag', code: 'OLD-7' },
      { kind: 'imei', code: '356938035643809' },
      { kind: 'mac', code: 'B4692118C676' },
    ]);
  });

  it('tell blank addresses, which say nothing, from null ones, which empty', () => {
    expect(judgeCodes({ mac: ' ', imei: '', oldTag: '' })).toMatchObject({ extra: [], emptied: [] });
    expect(judgeCodes({ mac: null, imei: null, oldTag: null }).emptied).toEqual(['mac', 'imei', 'old_tag']);
  });
});
