import { Alert, Button } from '@mantine/core';
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { t } from '../text/text.js';
import { loadFailedStyles } from './failed-styles.js';

interface LazyProps {
  /** Shown while the window is loading. */
  fallback?: ReactNode;
  /** Closes the window if it could not be loaded. */
  onGiveUp?: () => void;
}

/**
 * A window, or another part of the frame, that most people do not open: it is loaded the first time that it is needed,
 * together with the styles that only such parts use. If that fails, people can try again.
 */
export function lazyWindow<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LazyProps> {
  let Loaded: ComponentType<Props> | undefined;
  return function LazyWindow({ fallback = null, onGiveUp, ...props }: Props & LazyProps) {
    const [state, setState] = useState<'loading' | 'there' | 'failed'>(Loaded ? 'there' : 'loading');
    const start = useCallback(async (): Promise<void> => {
      setState('loading');
      try {
        [Loaded] = await Promise.all([load(), import('../later-styles.js'), loadFailedStyles()]);
        setState('there');
      } catch {
        setState('failed');
      }
    }, []);
    useEffect(() => {
      if (!Loaded) void start();
    }, [start]);
    useFocusBack();
    if (state === 'there' && Loaded) return <Loaded {...(props as unknown as Props)} />;
    if (state === 'loading') return fallback;
    return (
      <Alert
        className="window-failed"
        color="orange"
        role="alert"
        title={t('common.windowFailed')}
        withCloseButton={onGiveUp !== undefined}
        closeButtonLabel={t('common.close')}
        onClose={onGiveUp}
      >
        <Button autoFocus onClick={() => void start()}>
          {t('common.tryAgain')}
        </Button>
      </Alert>
    );
  };
}

/** When a window closes, returns the focus to the element that opened it. */
export function useFocusBack(): void {
  // Before the window draws a field that takes the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Somebody who has gone elsewhere in the meantime stays there.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
