import { ActionIcon, Menu, Modal, Button, Group, Text, useMantineColorScheme } from '@mantine/core';
import { IconDownload, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLE_WORDS, count } from '../common/words.js';
import { useWaiting } from '../journal/journal-context.js';
import { signOut } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { useInstall } from './install.js';
import { BAD } from '../common/tones.js';

/** Who is signed in, light or dark, the way out. */
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
  const isDark = colorScheme === 'dark';
  return (
    <>
      <Menu position="bottom-end" width={260} returnFocus>
        <Menu.Target>
          <ActionIcon variant="subtle" size={44} aria-label="Account">
            <IconUser />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name ?? email ?? 'Account'}
            <br />
            {ROLE_WORDS[role] ?? role}, {district.name}
          </Menu.Label>
          <Menu.Item
            leftSection={isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {isDark ? 'Light' : 'Dark'}
          </Menu.Item>
          {install && (
            <Menu.Item leftSection={<IconDownload size={18} />} onClick={install}>
              Install on this device
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLogout size={18} />}
            onClick={() => (waiting > 0 ? setAsks(true) : void leave())}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title="Scans wait on this device"
        lockScroll={false}
      >
        <Text mb="md">
          {count(waiting, 'scan')} {waiting === 1 ? 'was' : 'were'} not sent yet. They stay on this device,
          and are sent when you sign in here again; nobody else sees them until then.
        </Text>
        <Group justify="end">
          <Button variant="default" onClick={() => setAsks(false)}>
            Stay
          </Button>
          <Button color={BAD} onClick={() => void leave()}>
            Sign out all the same
          </Button>
        </Group>
      </Modal>
    </>
  );
}
