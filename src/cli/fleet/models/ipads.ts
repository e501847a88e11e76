import { catalogue } from './model.js';

/** Apple's own dates of sale, and its education price of the smallest model with Wi-Fi. */
export const IPADS = catalogue(
  { manufacturer: 'Apple', kind: 'ipad', platform: 'ipados', expectedLifeMonths: 60 },
  [
    ['iPad', '2010-04', '2011-03', 499],
    ['iPad 2', '2011-04', '2014-03', 399],
    ['iPad (3rd generation)', '2012-04', '2012-10', 499],
    ['iPad (4th generation)', '2012-12', '2014-10', 479],
    ['iPad mini', '2012-12', '2015-06', 299],
    ['iPad Air', '2013-11', '2016-03', 379],
    ['iPad mini 2', '2013-12', '2017-03', 279],
    ['iPad Air 2', '2014-11', '2017-03', 379],
    ['iPad (5th generation)', '2017-04', '2018-03', 299],
    ['iPad (6th generation)', '2018-04', '2019-09', 299],
    ['iPad (7th generation)', '2019-10', '2020-09', 299],
    ['iPad (8th generation)', '2020-10', '2021-09', 294],
    ['iPad (9th generation)', '2021-10', '2024-05', 294],
    ['iPad (10th generation)', '2022-11', '2025-02', 324],
    ['iPad (A16)', '2025-03', '', 329],
  ],
);
