import { useEffect, useRef } from 'react';
import { SILENCE_MS, TypedScanner } from './typed-scanner.js';

/** Reads a USB or Bluetooth scanner wherever the focus is, but for fields, which take what they are given. */
export function useTypedScanner(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    const scanner = new TypedScanner();
    let timer: number | undefined;
    const tell = (code: string | undefined): void => {
      if (code) latest.current(code);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      clearTimeout(timer);
      const wasTyping = scanner.isTyping;
      const code = scanner.press(event.key, event.timeStamp);
      // What ends a code, or is in the middle of one, presses no button that has the focus.
      if (code || wasTyping) event.preventDefault();
      tell(code);
      timer = window.setTimeout(() => tell(scanner.silence()), SILENCE_MS);
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
