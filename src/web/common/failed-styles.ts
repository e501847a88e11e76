const failed = new Set<HTMLLinkElement>();

// Such an event does not bubble; on its way to its element it passes here.
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  true,
);

/**
 * Loads the stylesheets again that could not be loaded. Vite asks for each of them only once, and would show a part of
 * the page without its styles when people try again.
 */
export async function loadFailedStyles(): Promise<void> {
  const links = [...failed];
  failed.clear();
  await Promise.all(
    links.map(
      (link) =>
        new Promise((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.addEventListener('load', resolve);
          again.addEventListener('error', () => reject(new Error(`${link.href} could not be loaded`)));
          link.replaceWith(again);
        }),
    ),
  );
}
