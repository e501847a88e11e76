import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { t } from '../text/text.js';

/**
 * Dark enough on white, and light enough on black, to be read in the sun: shades are picked for WCAG AA. It has names of
 * buttons, so that the texts must be loaded before.
 */
export function themeInWords(): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': t('common.close') };
  return createTheme({
    primaryColor: 'cyan',
    primaryShade: 9,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    components: {
      // Orange letters on pale orange are hard to read, so only the frame and the icon are orange.
      Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
      Badge: { defaultProps: { tt: 'none' } },
      // Forty-four pixels: what a thumb hits while walking.
      Button: { defaultProps: { size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      NumberInput: { defaultProps: { size: 'md' } },
      Select: { defaultProps: { size: 'md' } },
      NativeSelect: { defaultProps: { size: 'md' } },
      MultiSelect: { defaultProps: { size: 'md' } },
      FileInput: { defaultProps: { size: 'md' } },
      Autocomplete: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md' } },
      Modal: { defaultProps: { closeButtonProps, lockScroll: false } },
      Drawer: { defaultProps: { closeButtonProps, lockScroll: false } },
      // Mantine makes them the header of a page, and each page has one already.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      DrawerHeader: { defaultProps: { role: 'presentation' } },
    },
  });
}

/**
 * Greys that WCAG AA asks for on both grounds. Filled buttons get darker under the pointer: by default they get lighter,
 * and white letters on them too pale.
 */
export const resolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    ...darkerUnderPointer(colors),
    '--mantine-color-dimmed': '#4d545a',
    '--mantine-color-placeholder': '#5c6369',
    '--mantine-color-error': '#a51111',
  },
  dark: {
    ...darkerUnderPointer(colors),
    '--mantine-color-dimmed': '#b8bdc2',
    '--mantine-color-placeholder': '#a5abb0',
    '--mantine-color-error': '#ff9c9c',
  },
});

function darkerUnderPointer(colors: object): Record<string, string> {
  const darker = (name: string): [string, string] => [
    `--mantine-color-${name}-filled-hover`,
    `color-mix(in srgb, var(--mantine-color-${name}-filled), #000 15%)`,
  ];
  return Object.fromEntries(Object.keys(colors).map(darker));
}
