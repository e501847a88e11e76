import { Group } from '@mantine/core';
import { LinkButton } from '../../common/link-button.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';

const PAGES = {
  details: '/vendors/$id',
  people: '/vendors/$id/people',
  sight: '/vendors/$id/desk',
  delivery: '/vendors/$id/delivery',
  words: '/vendors/$id/reply-words',
  checklist: '/vendors/$id/checklist',
  terms: '/vendors/$id/claim-terms',
} as const;

export type VendorPageName = keyof typeof PAGES;

const NAMES = Object.keys(PAGES) as VendorPageName[];

/** The pages that everybody who works on claims may open. */
const FOR_ALL: readonly VendorPageName[] = ['details', 'people'];

/** The pages of one vendor. Nobody sees a page that their role does not allow. */
export function VendorLinks({ id, current }: { id: string; current: VendorPageName }) {
  const decides = may(useSession(), 'settings:edit');
  const names = NAMES.filter((name) => decides || FOR_ALL.includes(name));
  return (
    <Group component="nav" aria-label={t('vendors.pages')} gap="xs">
      {names.map((name) => (
        <LinkButton
          key={name}
          to={PAGES[name]}
          params={{ id }}
          size="sm"
          variant={name === current ? 'filled' : 'default'}
          aria-current={name === current ? 'page' : undefined}
        >
          {t(`vendors.page_${name}`)}
        </LinkButton>
      ))}
    </Group>
  );
}
