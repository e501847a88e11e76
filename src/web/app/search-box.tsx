import { ActionIcon, Kbd, TextInput, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { lazyWindow } from '../common/lazy-window.js';
import { loadLaterTexts, t } from '../text/text.js';

const SearchWindow = lazyWindow(async () => {
  const [window] = await Promise.all([import('./search-window.js'), loadLaterTexts()]);
  return window.SearchWindow;
});

/** Finds devices, sites, people and pages from anywhere: `/` or Ctrl-K, then a few letters. */
export function SearchBox() {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const open = (): void => {
    setText('');
    setIsOpen(true);
  };
  const close = (): void => setIsOpen(false);
  // Mantine's hotkeys leave keys alone that are typed into a field.
  useHotkeys([
    ['/', open],
    ['mod+K', open],
  ]);
  return (
    <>
      <UnstyledButton className="search-button" onClick={open} visibleFrom="md">
        <IconSearch size={18} aria-hidden />
        <span>{t('shell.search')}</span>
        <Kbd size="xs" ml="auto" aria-hidden>
          /
        </Kbd>
      </UnstyledButton>
      <ActionIcon variant="subtle" size={44} aria-label={t('shell.search')} onClick={open} hiddenFrom="md">
        <IconSearch />
      </ActionIcon>
      {isOpen && (
        <SearchWindow
          fallback={<EarlyField text={text} onText={setText} onClose={close} />}
          text={text}
          onText={setText}
          onDone={close}
          onGiveUp={close}
        />
      )}
    </>
  );
}

/** Takes what people type while the search window is loading, which can take a moment on a slow network. */
function EarlyField({
  text,
  onText,
  onClose,
}: {
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}) {
  return (
    <div className="search-early">
      <TextInput
        autoFocus
        aria-label={t('shell.searchLabel')}
        placeholder={t('shell.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        autoComplete="off"
      />
    </div>
  );
}
