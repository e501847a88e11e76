import { isSameText, makerKey, makerName } from './makers.js';

describe('the name of a maker', () => {
  it.each([
    ['ASUS', 'ASUS'],
    ['ASUSTeK COMPUTER INC.', 'ASUS'],
    ['ASUSTeK Computer, Inc', 'ASUS'],
    ['Dell Inc.', 'Dell'],
    ['DELL INC', 'Dell'],
    ['Dell Computer Corporation', 'Dell'],
    ['Dell Technologies', 'Dell'],
    ['HP Inc.', 'HP'],
    ['hp', 'HP'],
    ['Hewlett-Packard', 'HP'],
    ['Hewlett Packard Company', 'HP'],
    ['Hewlett-Packard Development Company, L.P.', 'HP'],
    ['HP Development Company, L.P.', 'HP'],
    ['Hewlett Packard Enterprise', 'Hewlett Packard Enterprise'],
    ['HPE', 'Hewlett Packard Enterprise'],
    ['LENOVO', 'Lenovo'],
    ['Lenovo (Beijing) Limited', 'Lenovo'],
    ['Lenovo (Singapore) Pte. Ltd.', 'Lenovo'],
    ['Lenovo (Shanghai) Electronics Technology Co., Ltd.', 'Lenovo'],
    ['Lenovo Group Ltd', 'Lenovo'],
    ['Acer Incorporated', 'Acer'],
    ['Acer, Inc.', 'Acer'],
    ['acer', 'Acer'],
    ['Apple Computer, Inc.', 'Apple'],
    ['Apple Inc', 'Apple'],
    ['SAMSUNG ELECTRONICS CO., LTD.', 'Samsung'],
    ['Microsoft Corporation', 'Microsoft'],
    ['Microsoft Corp.', 'Microsoft'],
    ['Google LLC', 'Google'],
    ['Google Inc', 'Google'],
    ['TOSHIBA', 'Toshiba'],
    ['Toshiba Client Solutions Co., Ltd.', 'Toshiba'],
    ['Dynabook Inc.', 'Toshiba'],
    ['CTL Corp.', 'CTL'],
    ['Viewsonic Corporation', 'ViewSonic'],
    ['View Sonic', 'ViewSonic'],
    ['Polycom, Inc.', 'Poly'],
    ['Plantronics', 'Poly'],
    ['Seiko Epson K.K.', 'Epson'],
    ['LG Electronics Inc.', 'LG'],
    ['The Franklin Wireless Corp.', 'Franklin'],
    ['Medion AG', 'Medion'],
    ['TERRA Wortmann GmbH & Co. KG', 'TERRA Wortmann'],
    ['Positivo Tecnologia S.A.', 'Positivo Tecnologia'],
    ['Poin2 Lab Co., Ltd.', 'Poin2 Lab'],
    ['Nivek Industries', 'Nivek Industries'],
    ['Co', 'Co'],
  ])('%s is %s', (text, name) => {
    expect(makerName(text)).toBe(name);
  });

  it.each(['', '  ', 'Unknown', 'UNKNOWN', '---'])('"%s" names no maker', (text) => {
    expect(makerName(text)).toBeUndefined();
    expect(makerKey(text)).toBe('');
  });

  it('is compared without case, punctuation and legal form, also where Rollcall does not know the maker', () => {
    expect(makerKey('Nivek Industries, Inc.')).toBe(makerKey('NIVEK  INDUSTRIES'));
    expect(makerKey('Nivek Industries')).not.toBe(makerKey('Nivek'));
    expect(makerKey('HPE')).not.toBe(makerKey('HP'));
  });

  it('is the same text whatever its case and spaces', () => {
    expect(isSameText('LENOVO', 'Lenovo ')).toBe(true);
    expect(isSameText('Dell Inc.', 'Dell')).toBe(false);
  });
});
