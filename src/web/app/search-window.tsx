import { Combobox, Loader, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useField } from '../journal/journal-context.js';
import { useTypedScanner } from '../scan/use-typed-scanner.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { type Found, search } from './search.js';

interface Props {
  text: string;
  onText: (text: string) => void;
  onDone: () => void;
}

/** The window of the search box. It is loaded when somebody opens it. */
export function SearchWindow(props: Props) {
  return (
    <Modal
      opened
      onClose={props.onDone}
      withCloseButton={false}
      padding="xs"
      yOffset="8dvh"
      attributes={{ content: { 'aria-label': t('shell.search') } }}
    >
      <SearchPanel {...props} />
    </Modal>
  );
}

/** The search field and the results. */
function SearchPanel({ text, onText, onDone }: Props) {
  const session = useSession();
  const { database } = useField();
  const navigate = useNavigate();
  // Escape closes the list of results, and the window with it.
  const combobox = useCombobox({ opened: true, onDropdownClose: onDone });
  const [asked] = useDebouncedValue(text.trim(), 150);
  // Who scans here looks for the device, and does not want the page behind to do something with it.
  useTypedScanner(onText);
  const { data, isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => search(asked, session, database, signal),
    placeholderData: (before) => before,
    networkMode: 'always',
  });
  useEffect(() => void combobox.selectFirstOption(), [data, combobox]);
  const groups = data?.groups ?? [];
  const all = groups.flatMap(({ found }) => found);
  const go = (key: string): void => {
    const found = all.find((one) => one.key === key);
    if (!found) return;
    onDone();
    void navigate(found.target);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          autoFocus
          aria-label={t('shell.searchLabel')}
          placeholder={t('shell.searchHint')}
          leftSection={isFetching ? <Loader size={18} /> : <IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          autoComplete="off"
        />
      </Combobox.EventsTarget>
      {data?.isOffline && (
        <Text size="sm" c="dimmed" p="xs">
          {t('searchWindow.offline')}
        </Text>
      )}
      <Combobox.Options
        aria-label={t('searchWindow.results')}
        mah="60dvh"
        mt="xs"
        style={{ overflowY: 'auto' }}
      >
        {groups.map(({ label, found }) => (
          <Combobox.Group key={label} label={label}>
            {found.map((one) => (
              <FoundOption key={one.key} found={one} />
            ))}
          </Combobox.Group>
        ))}
        {asked !== '' && data && all.length === 0 && (
          <Combobox.Empty>{t('searchWindow.nothing', { text: asked })}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}

function FoundOption({ found: { key, title, detail } }: { found: Found }) {
  return (
    <Combobox.Option value={key} py="xs">
      <Text fw={600}>{title}</Text>
      {detail && (
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      )}
    </Combobox.Option>
  );
}
