import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { lazyWindow } from '../common/lazy-window.js';
import { loadLaterTexts, t } from '../text/text.js';

const AccountMenu = lazyWindow(async () => {
  const [menu] = await Promise.all([import('./account-menu.js'), loadLaterTexts()]);
  return menu.AccountMenu;
});

/** The way to the account, its language and the sign-out. The menu is loaded when somebody opens it. */
export function AccountButton() {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      size={44}
      aria-label={t('shell.account')}
      aria-haspopup="menu"
      onClick={() => setIsWanted(true)}
    >
      <IconUser />
    </ActionIcon>
  );
  if (!isWanted) return button;
  return <AccountMenu fallback={button} onGiveUp={() => setIsWanted(false)} />;
}
