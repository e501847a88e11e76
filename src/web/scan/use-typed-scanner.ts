import { useEffect, useRef } from 'react';
import { FieldsBefore, isField } from './fields-before.js';
import { SILENCE_MS, TypedScanner } from './typed-scanner.js';

/** Some scanners end a code with two keys: what comes so soon after a code belongs to it. */
const SECOND_END_MS = 100;

type Listener = (code: string) => void;

/** Who wants codes; the last one has them, so that a dialog comes before its page. */
const listeners: { current: Listener }[] = [];

/**
 * Reads a USB or Bluetooth scanner, which types like a keyboard, wherever the focus is. What it typed into a field is
 * taken out again, and its Enter or Tab presses nothing. Passwords are left alone: some people have a key that types
 * theirs, as fast as a scanner.
 */
export function useTypedScanner(onCode: Listener): void {
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    listeners.push(latest);
    if (listeners.length === 1) startListening();
    return () => {
      listeners.splice(listeners.indexOf(latest), 1);
      if (listeners.length === 0) stopListening();
    };
  }, []);
}

const scanner = new TypedScanner();
const fields = new FieldsBefore();
let timer: number | undefined;
let readAt = -Infinity;
let isInField = false;

function startListening(): void {
  window.addEventListener('keydown', onKey, true);
}

function stopListening(): void {
  window.removeEventListener('keydown', onKey, true);
  forget();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key, target, timeStamp: at } = event;
  // A key that is held down repeats as fast as a scanner types.
  if (event.repeat || (target instanceof HTMLInputElement && target.type === 'password')) return forget();
  const isStart = scanner.isAtStart(at);
  if (isStart && (key === 'Enter' || key === 'Tab') && at - readAt < SECOND_END_MS) return swallow(event);
  if (isStart) {
    fields.forget();
    isInField = false;
  }
  fields.keep(target);
  isInField ||= isField(target);
  clearTimeout(timer);
  const wasTyping = !isStart && scanner.isTyping;
  const code = scanner.press(key, at);
  if (code !== undefined) {
    swallow(event);
    read(code, at);
    return;
  }
  // In the middle of a code no key is a shortcut, and none presses the button that has the focus.
  if (wasTyping) {
    event.stopImmediatePropagation();
    if (!isField(target)) event.preventDefault();
  }
  timer = window.setTimeout(onSilence, SILENCE_MS);
}

function onSilence(): void {
  const code = scanner.silence(isInField);
  if (code !== undefined) read(code, performance.now());
}

function read(code: string, at: number): void {
  readAt = at;
  fields.restore();
  const listener = listeners.at(-1);
  // Only once React has drawn what the field holds again.
  if (listener) setTimeout(() => listener.current(code));
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function forget(): void {
  clearTimeout(timer);
  scanner.clear();
  fields.forget();
}
