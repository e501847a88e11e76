import { type CDPSession, type Page } from 'playwright-core';

/** How a scanner is set: what it sends after a code, and how fast it types. */
export interface ScannerSettings {
  end?: 'Enter' | 'Tab' | 'nothing';
  everyMs?: number;
}

/** From its last key to the trigger of a scanner, a hand takes longer than a scanner pauses. */
const FROM_HAND_TO_SCANNER_MS = 250;

/** Types a text as a hand does, a key every so many milliseconds, to whatever has the focus. */
export async function typeByHand(page: Page, text: string, everyMs = 60): Promise<void> {
  await page.keyboard.type(text, { delay: everyMs });
  await page.waitForTimeout(FROM_HAND_TO_SCANNER_MS);
}

/**
 * Types a code as a scanner does: fast, to whatever has the focus, capitals with Shift. The keys are the browser's own.
 * They are sent in one go and say themselves when they were pressed, because a machine that tests keep busy takes longer
 * for each key than a scanner does.
 */
export async function typeAsScanner(
  page: Page,
  code: string,
  { end = 'Enter', everyMs = 8 }: ScannerSettings = {},
): Promise<void> {
  const keyboard = await keyboardOf(page);
  const keys = [...code].map(keyEvents);
  if (end !== 'nothing') keys.push(pressed(end === 'Enter' ? ENTER : TAB));
  const stepSeconds = everyMs / 1_000;
  const first = Math.max(Date.now() / 1_000 - keys.length * stepSeconds, keyboard.freeFrom);
  keyboard.freeFrom = first + keys.length * stepSeconds;
  const events = keys.flatMap((ofOne, i) =>
    ofOne.map((key) => ({ ...key, timestamp: first + i * stepSeconds })),
  );
  await Promise.all(events.map((event) => keyboard.session.send('Input.dispatchKeyEvent', event)));
}

interface KeyEvent {
  type: 'keyDown' | 'rawKeyDown' | 'keyUp';
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
  modifiers?: number;
  text?: string;
}

interface Keyboard {
  session: CDPSession;
  /** Seconds since 1970: no key may be earlier than the one before it. */
  freeFrom: number;
}

const keyboards = new WeakMap<Page, Keyboard>();

async function keyboardOf(page: Page): Promise<Keyboard> {
  const known = keyboards.get(page);
  if (known) return known;
  const keyboard = { session: await page.context().newCDPSession(page), freeFrom: 0 };
  keyboards.set(page, keyboard);
  return keyboard;
}

const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
const SHIFT = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 };
const PUNCTUATION: Readonly<Record<string, [code: string, keyCode: number]>> = {
  ' ': ['Space', 32],
  '-': ['Minus', 189],
  '.': ['Period', 190],
  '/': ['Slash', 191],
  ':': ['Semicolon', 186],
};

function pressed(key: typeof ENTER | typeof TAB): KeyEvent[] {
  return [
    { type: 'text' in key ? 'keyDown' : 'rawKeyDown', ...key },
    { type: 'keyUp', ...key, text: undefined },
  ];
}

function keyEvents(character: string): KeyEvent[] {
  const isShifted = /[A-Z:]/.test(character);
  const [code, windowsVirtualKeyCode] = PUNCTUATION[character] ?? [
    /\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`,
    character.toUpperCase().charCodeAt(0),
  ];
  const modifiers = isShifted ? 8 : 0;
  const key = { key: character, code, windowsVirtualKeyCode, modifiers };
  const typed: KeyEvent[] = [
    { type: 'keyDown', ...key, text: character },
    { type: 'keyUp', ...key },
  ];
  if (!isShifted) return typed;
  return [{ type: 'rawKeyDown', ...SHIFT, modifiers }, ...typed, { type: 'keyUp', ...SHIFT }];
}
