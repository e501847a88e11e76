import { catalogue } from './model.js';

/** Hotspots and tablets that are none of the four kinds; the first wave came with the lessons at home of 2020. */
export const OTHERS = [
  ...catalogue({ manufacturer: 'Franklin', kind: 'other', platform: 'other', expectedLifeMonths: 36 }, [
    ['R850 Mobile Hotspot', '2018-02', '2020-10', 84],
    ['T9 Mobile Hotspot', '2019-09', '2021-12', 90],
    ['T10 Mobile Hotspot', '2021-09', '', 96],
  ]),
  ...catalogue({ manufacturer: 'Samsung', kind: 'other', platform: 'other', expectedLifeMonths: 48 }, [
    ['Galaxy Tab A 8.0 (2019)', '2019-07', '2021-12', 149],
    ['Galaxy Tab Active3', '2020-10', '2023-12', 459],
    ['Galaxy Tab Active5', '2024-02', '', 479],
  ]),
];
