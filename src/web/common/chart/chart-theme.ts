/** The colors of all charts: told apart by people who do not see all colors, and by their lightness on paper. */
export const CHART_COLORS = ['#0b7285', '#e69f00', '#56b4e9', '#d55e00', '#8a5a9e', '#7a7a7a'] as const;

/** One color for each status of a device, the same in every chart. */
export const STATUS_COLORS: Readonly<Record<string, string>> = {
  deployed: '#0b7285',
  in_stock: '#56b4e9',
  in_repair: '#e69f00',
  missing: '#d55e00',
  retired: '#7a7a7a',
};

/** What changes between the light and the dark theme. On paper the light one is used. */
export interface Inks {
  text: string;
  line: string;
  ground: string;
}

export const INKS: Readonly<Record<'light' | 'dark', Inks>> = {
  light: { text: '#343a40', line: '#ced4da', ground: '#ffffff' },
  dark: { text: '#dee2e6', line: '#495057', ground: '#242424' },
};
