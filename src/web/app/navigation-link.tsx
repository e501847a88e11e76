import { Link } from '@tanstack/react-router';
import type { Destination } from './navigation.js';

export function NavigationLink({ to, label, icon: Icon, onFollow }: Destination & { onFollow?: () => void }) {
  return (
    <Link
      to={to}
      className="shell-link"
      activeOptions={{ exact: to === '/' }}
      // Do not preload pages: on the scan page, this could disturb the camera and the sound.
      preload={false}
      onClick={onFollow}
    >
      <Icon size={22} aria-hidden />
      {label}
    </Link>
  );
}
