/** The buttons around a chart. */
export const chart = {
  view: 'Show as',
  chart: 'Chart',
  table: 'Table',
  savePicture: 'Save as picture',
} as const;
