import { ActionIcon, Button, Group, Menu, Modal, Text, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDownload,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { BAD } from '../common/tones.js';
import { word } from '../common/words.js';
import { useWaiting } from '../journal/journal-context.js';
import { PasswordWindow } from '../session/password-window.js';
import { useSession } from '../session/session-context.js';
import { sessionQuery, signOut } from '../session/session.js';
import { keepLanguage, type Language, t } from '../text/text.js';
import { useInstall } from './install.js';

/** Who is signed in, light or dark, the language, the way out. */
export function AccountMenu() {
  const { email, name, role, district } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const install = useInstall();
  const waiting = useWaiting();
  const leave = async (): Promise<void> => {
    await signOut(queries);
    window.location.assign('/');
  };
  const [changesPassword, setChangesPassword] = useState(false);
  const isDark = colorScheme === 'dark';
  return (
    <>
      <Menu position="bottom-end" width={280} returnFocus defaultOpened>
        <Menu.Target>
          <ActionIcon variant="subtle" size={44} aria-label={t('shell.account')}>
            <IconUser />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name || email || t('shell.account')}
            <br />
            {t('accountMenu.roleAt', { role: word('role', role), district: district.name })}
          </Menu.Label>
          <Menu.Item
            leftSection={isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {isDark ? t('accountMenu.light') : t('accountMenu.dark')}
          </Menu.Item>
          {install && (
            <Menu.Item leftSection={<IconDownload size={18} />} onClick={install}>
              {t('accountMenu.install')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <LanguageItems />
          <Menu.Divider />
          {email && (
            <Menu.Item leftSection={<IconKey size={18} />} onClick={() => setChangesPassword(true)}>
              {t('ownPassword.changePassword')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLogout size={18} />}
            onClick={() => (waiting > 0 ? setAsks(true) : void leave())}
          >
            {t('accountMenu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changesPassword && <PasswordWindow onClose={() => setChangesPassword(false)} />}
      <Modal opened={asks} onClose={() => setAsks(false)} title={t('accountMenu.signOutAsk')}>
        <Text mb="md">{t('accountMenu.signOutAskText', { count: waiting })}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => setAsks(false)}>
            {t('accountMenu.stay')}
          </Button>
          <Button color={BAD} onClick={() => void leave()}>
            {t('accountMenu.signOutAnyway')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

/** The language of the pages, kept with the account. */
function LanguageItems() {
  const { language: chosen } = useSession();
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: (language: Language | null) => answer(api.PATCH('/api/v1/session', { body: { language } })),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, { session });
      if (keepLanguage(session.language)) window.location.reload();
    },
  });
  const choices: { language: Language | null; label: string }[] = [
    { language: null, label: t('accountMenu.languageBrowser') },
    { language: 'en', label: t('accountMenu.languageEnglish') },
    { language: 'es', label: t('accountMenu.languageSpanish') },
  ];
  return (
    <>
      <Menu.Label>{t('accountMenu.language')}</Menu.Label>
      {choices.map(({ language, label }) => (
        <Menu.Item
          key={label}
          lang={language ?? undefined}
          role="menuitemradio"
          aria-checked={chosen === language}
          leftSection={<IconCheck size={18} visibility={chosen === language ? 'visible' : 'hidden'} />}
          onClick={() => choosing.mutate(language)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
