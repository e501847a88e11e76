/** Grounds for white letters, dark enough in the sun and on either scheme (WCAG AA, 7 : 1 and more). */
export const GOOD = '#0b5c1e';
export const WAITS = '#8a3b00';
export const BAD = '#a51111';
export const PLAIN = '#3d4a52';
