import { lazyWindow } from '../common/lazy-window.js';
import type { Choice } from './use-scanning.js';

const DeviceChooser = lazyWindow(async () => (await import('./device-chooser.js')).DeviceChooser);

interface Props {
  choice: Choice | undefined;
  onChoose: (deviceId: string) => void;
  onClose: () => void;
}

/** Asks which device it is where several have the scanned code. That is rare, so the window is loaded only then. */
export function AskWhichDevice({ choice, onChoose, onClose }: Props) {
  if (!choice) return null;
  return (
    <DeviceChooser
      key={choice.scan.id}
      code={choice.scan.code}
      devices={choice.candidates}
      onChoose={onChoose}
      onClose={onClose}
      onGiveUp={onClose}
    />
  );
}
