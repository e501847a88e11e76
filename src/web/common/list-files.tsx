import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { addressOf, type PathNames, type ReadablePath } from '../api/address.js';
import { t } from '../text/text.js';

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;

/** Downloads a list as a file: the same address, in another form. */
export function ListFiles<P extends ReadablePath>({
  path,
  names,
  query = {},
  isCompact,
}: {
  path: P;
  names: PathNames<P>;
  query?: Record<string, string | undefined>;
  /** Show only the icon, because there is no room for the word. */
  isCompact?: boolean;
}) {
  return (
    <FileMenu isCompact={isCompact} addressIn={(format) => addressOf(path, names, { ...query, format })} />
  );
}

/** The formats that a list can be downloaded in. */
export function FileMenu({
  addressIn,
  isCompact = false,
}: {
  addressIn: (format: (typeof FORMATS)[number]) => string;
  /** Show only the icon, because there is no room for the word. */
  isCompact?: boolean;
}) {
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        {isCompact ? (
          <ActionIcon variant="default" size={44} aria-label={t('common.export')}>
            <IconDownload size={20} />
          </ActionIcon>
        ) : (
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
            {t('common.export')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={addressIn(format)} download>
            {t('common.exportAs', { format: format.toUpperCase() })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
