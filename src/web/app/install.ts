import { useSyncExternalStore } from 'react';

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

let offered: InstallPrompt | undefined;
const listeners = new Set<() => void>();

function tell(prompt: InstallPrompt | undefined): void {
  offered = prompt;
  for (const listener of listeners) listener();
}

window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  tell(event as InstallPrompt);
});
window.addEventListener('appinstalled', () => tell(undefined));

/** Installs the app, where the browser offers it; on iOS people do it by the share menu. */
export function useInstall(): (() => void) | undefined {
  const prompt = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
  return prompt && (() => void prompt.prompt());
}
