import { catalogue } from './model.js';

/** Four school years and the summer after them. */
const LIFE = { kind: 'chromebook', platform: 'chromeos', expectedLifeMonths: 54 } as const;

/**
 * Names exactly as in Google's list of automatic-update ends (`src/devices/chromebook-aue-2025-12.csv`), so that
 * the register finds a model's date. Months of sale are those of the makers' announcements, to about a quarter.
 */
export const CHROMEBOOKS = [
  ...catalogue({ ...LIFE, manufacturer: 'Acer' }, [
    ['Acer Chromebook 11 (C720, C720P)', '2013-10', '2015-03', 249],
    ['Acer Chromebook 11 (C740)', '2015-03', '2016-09', 259],
    ['Acer Chromebook R11 (CB5-132T, C738T)', '2016-02', '2018-01', 289],
    ['Acer Chromebook 11 N7 (C731, C731T, CB311-7H, CB311-7HT)', '2016-07', '2018-06', 229],
    ['Acer Chromebook 11 (C732, C732T, C732L, C732LT)', '2018-03', '2019-08', 239],
    ['Acer Chromebook Spin 11 (R751T, R751TN, CP511-1H, CP511-1HN)', '2017-06', '2019-05', 329],
    ['Acer Chromebook 512 (C851, C851T, CB512)', '2019-05', '2021-06', 279],
    ['Acer Chromebook Spin 511 (R752T, R752TN, CP511-2HT)', '2019-05', '2021-06', 349],
    ['Acer Chromebook 311 (C733, C733U, C733T, CB311-9H, CB311-9HT)', '2019-09', '2022-06', 249],
    ['Acer Chromebook 511 (C734, C734T, C733-R, C733T-R)', '2021-06', '2023-12', 279],
    ['Acer Chromebook 511( C736, C736T, C736L, C736LT )', '2023-06', '', 289],
  ]),
  ...catalogue({ ...LIFE, manufacturer: 'Dell' }, [
    ['Dell Chromebook 11', '2014-01', '2015-02', 279],
    ['Dell Chromebook 11 (3120)', '2015-02', '2017-02', 269],
    ['Dell Chromebook 11 (3180)', '2017-02', '2018-05', 249],
    ['Dell Chromebook 11 2-in-1 (3189)', '2017-03', '2018-05', 319],
    ['Dell Chromebook 11 (5190)', '2018-03', '2019-06', 289],
    ['Dell Chromebook 11 2-in-1 (5190)', '2018-03', '2019-06', 339],
    ['Dell Chromebook 3100', '2019-04', '2022-03', 259],
    ['Dell Chromebook 3100 2-in-1', '2019-04', '2022-03', 329],
    ['Dell Chromebook 3400', '2019-06', '2021-12', 299],
    ['Dell Chromebook 3110', '2022-02', '2024-02', 279],
    ['Dell Chromebook 3110 2-in-1', '2022-02', '2024-02', 349],
    ['Dell Chromebook 3120', '2024-02', '', 299],
    ['Dell Chromebook 3120 2-in-1', '2024-02', '', 359],
  ]),
  ...catalogue({ ...LIFE, manufacturer: 'HP' }, [
    ['HP Chromebook 14', '2013-10', '2014-09', 299],
    ['HP Chromebook 11 G3', '2014-10', '2015-10', 259],
    ['HP Chromebook 14 G3', '2014-10', '2015-12', 289],
    ['HP Chromebook 11 G4 EE', '2015-10', '2016-12', 249],
    ['HP Chromebook 11 G5', '2016-07', '2017-10', 239],
    ['HP Chromebook 11 G5 EE', '2017-01', '2018-03', 249],
    ['HP Chromebook 11 G6 EE', '2018-02', '2019-06', 249],
    ['HP Chromebook x360 11 G1 EE', '2018-01', '2019-06', 349],
    ['HP Chromebook 11 G7 EE', '2019-04', '2020-06', 249],
    ['HP Chromebook 11 G8 EE', '2020-02', '2021-12', 259],
    ['HP Chromebook 11A G8 EE', '2020-05', '2021-12', 249],
    ['HP Chromebook x360 11 G3 EE', '2020-02', '2021-12', 359],
    ['HP Chromebook 11 G9 EE', '2021-06', '2024-06', 279],
    ['HP Chromebook x360 11 G4 EE', '2021-06', '2024-06', 369],
  ]),
  ...catalogue({ ...LIFE, manufacturer: 'Lenovo' }, [
    ['Lenovo N20 Chromebook', '2014-06', '2015-03', 279],
    ['Lenovo N21 Chromebook', '2015-03', '2016-02', 249],
    ['Lenovo N22 Chromebook', '2016-02', '2017-03', 239],
    ['Lenovo N23 Chromebook', '2017-02', '2018-03', 229],
    ['Lenovo N23 Yoga Chromebook', '2017-05', '2018-06', 299],
    ['Lenovo 100e Chromebook', '2018-03', '2019-05', 219],
    ['Lenovo 300e Chromebook', '2018-03', '2019-05', 279],
    ['Lenovo 500e Chromebook', '2018-03', '2019-05', 349],
    ['Lenovo 100e Chromebook 2nd Gen', '2019-05', '2021-06', 219],
    ['Lenovo 300e Chromebook 2nd Gen', '2019-05', '2021-06', 289],
    ['Lenovo 100e Chromebook 2nd Gen AST', '2020-02', '2021-12', 229],
    ['Lenovo 100e Chromebook Gen 3', '2021-10', '2024-03', 249],
    ['Lenovo 300e Chromebook Gen 3', '2021-10', '2024-06', 319],
    ['Lenovo 500e Chromebook Gen 3', '2022-03', '2024-12', 389],
    ['Lenovo 100e Chromebook Gen 4', '2024-01', '', 269],
    ['Lenovo Chromebook Duet EDU G2', '2024-10', '', 349],
  ]),
];
