/** Prints pages in the light theme, because the light letters of the dark theme are too faint on paper. */
export function printInLight(): void {
  const page = document.documentElement;
  const name = 'data-mantine-color-scheme';
  let onScreen: string | null = null;
  window.addEventListener('beforeprint', () => {
    onScreen = page.getAttribute(name);
    page.setAttribute(name, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (onScreen !== null) page.setAttribute(name, onScreen);
  });
}
