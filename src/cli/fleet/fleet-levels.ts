import { DEVICE_KINDS, type DeviceKind } from './fleet-types.js';

/**
 * Active devices on each 1st of September: desktops, laptops, iPads, Chromebooks, others.
 *
 * Two rows are given: Irvine had "about 7,500" devices in 2010 and 22,000 in 2016 (technical support
 * restructuring paper of 2016, which counts "desktops, laptops, iPads and Chromebooks"). 2009 is the opening
 * load: what stood when the register began. The last but one aims at 1.05 devices for each of the 38,330 pupils
 * of 2025-26 (California Department of Education): one Chromebook or iPad for nearly every pupil since the
 * lessons at home of 2020 (33,400 for 38,330; families bring some of their own), a laptop for each of some 2,000
 * teachers and as many staff, labs that shrink, and a few hotspots. The rows between are ours, drawn so that iPads
 * begin in 2011, Chromebooks in the school year 2013-14 and lead from 2016 on.
 */
const LEVELS: Readonly<Record<number, readonly [number, number, number, number, number]>> = {
  2009: [5_100, 2_400, 0, 0, 0],
  2010: [5_150, 2_450, 0, 0, 0],
  2011: [5_150, 2_650, 500, 0, 0],
  2012: [5_050, 2_950, 1_700, 0, 0],
  2013: [4_900, 3_200, 3_500, 0, 0],
  2014: [4_700, 3_450, 4_350, 2_100, 0],
  2015: [4_400, 3_600, 5_200, 5_000, 0],
  2016: [4_000, 3_700, 5_700, 8_600, 0],
  2017: [3_700, 3_850, 6_050, 11_600, 0],
  2018: [3_400, 4_000, 6_350, 14_150, 0],
  2019: [3_150, 4_100, 6_550, 16_500, 0],
  2020: [2_900, 4_300, 6_800, 21_900, 500],
  2021: [2_700, 4_350, 6_850, 24_200, 500],
  2022: [2_500, 4_350, 6_800, 25_250, 500],
  2023: [2_350, 4_350, 6_750, 25_900, 450],
  2024: [2_250, 4_350, 6_700, 26_300, 400],
  2025: [2_150, 4_350, 6_700, 26_700, 350],
  2026: [2_100, 4_350, 6_650, 26_850, 350],
};

const FIRST_YEAR = 2009;
const LAST_YEAR = 2026;

/** How many devices of a kind are active on 1 September; later years keep the last row. */
export function levelOf(kind: DeviceKind, year: number): number {
  const row = LEVELS[Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR)];
  return row?.[DEVICE_KINDS.indexOf(kind)] ?? 0;
}

/** The summer in which the first devices of a kind were bought that can still be in use. */
export const FIRST_WAVE: Readonly<Record<DeviceKind, number>> = {
  desktop: 2004,
  laptop: 2004,
  ipad: 2011,
  chromebook: 2014,
  other: 2020,
};

/**
 * The share of a year's purchase that is still active so many Septembers later. A percent or two a year is lost
 * or broken; then the refresh takes nearly all of it: Chromebooks after 4 to 5 years, iPads after 5 to 6, laptops
 * after 4 to 6, desktops after 5 to 7.
 */
const ENDURANCE: Readonly<Record<DeviceKind, readonly number[]>> = {
  desktop: [1, 0.995, 0.99, 0.98, 0.95, 0.8, 0.45, 0.18, 0.06],
  laptop: [1, 0.99, 0.98, 0.96, 0.85, 0.45, 0.15, 0.04],
  ipad: [1, 0.99, 0.975, 0.955, 0.9, 0.6, 0.25, 0.08],
  chromebook: [1, 0.985, 0.965, 0.94, 0.8, 0.22, 0.04],
  other: [1, 0.95, 0.85, 0.55, 0.2],
};

/** From 1 in the September after the purchase down to 0. */
export function endurance(kind: DeviceKind, age: number): number {
  return ENDURANCE[kind][age] ?? 0;
}
