import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Dark enough on white, and light enough on black, to be read in the sun: shades are picked for WCAG AA. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  components: {
    Badge: { defaultProps: { tt: 'none' } },
    // Forty-four pixels: what a thumb hits while walking.
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
  },
});

/** Greys that WCAG AA asks for on both grounds. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d545a',
    '--mantine-color-placeholder': '#5c6369',
    '--mantine-color-error': '#a51111',
  },
  dark: {
    '--mantine-color-dimmed': '#b8bdc2',
    '--mantine-color-placeholder': '#a5abb0',
    '--mantine-color-error': '#ff9c9c',
  },
});
