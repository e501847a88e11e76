import { Drawer } from '@mantine/core';
import { t } from '../text/text.js';
import { NavigationLink } from './navigation-link.js';
import type { Destination } from './navigation.js';

interface Props {
  destinations: readonly Destination[];
  onClose: () => void;
}

/** The pages for which the bar at the bottom of a phone has no room. */
export function MorePages({ destinations, onClose }: Props) {
  return (
    <Drawer opened onClose={onClose} position="bottom" size="auto" title={t('shell.morePages')}>
      <nav className="shell-more" aria-label={t('shell.morePages')}>
        {destinations.map((destination) => (
          <NavigationLink key={destination.to} {...destination} onFollow={onClose} />
        ))}
      </nav>
    </Drawer>
  );
}
