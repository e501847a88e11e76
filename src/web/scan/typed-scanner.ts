/** Characters of a scanner follow each other this fast; no hand does, over a whole code. */
const FASTEST_HAND_MS = 45;
/** After this silence what a scanner typed is whole, also where it sends no Enter. */
export const SILENCE_MS = 120;
const SHORTEST_CODE = 4;

/** Tells the keys of a scanner from those of a hand, by their times alone. */
export class TypedScanner {
  private text = '';
  private slow = 0;
  private last = -Infinity;

  /**
   * @param key as the keyboard event names it
   * @param at milliseconds of a steady clock
   * @returns a whole code, where this key ends one
   */
  press(key: string, at: number): string | undefined {
    const gap = at - this.last;
    if (gap > SILENCE_MS) this.clear();
    this.last = at;
    if (key === 'Enter' || key === 'Tab') return this.take();
    if (key.length !== 1) return undefined;
    if (this.text && gap > FASTEST_HAND_MS) this.slow += 1;
    this.text += key;
    return undefined;
  }

  /** The code, where nothing has come for a while: a scanner that sends no Enter. */
  silence(): string | undefined {
    return this.take();
  }

  /** Whether a scanner is in the middle of a code: then its keys are no shortcuts. */
  get isTyping(): boolean {
    return this.text.length > 1 && this.slow === 0;
  }

  private take(): string | undefined {
    const code = this.text.trim();
    // One slow key is a stutter of a wireless scanner; a hand has many.
    const isScanner = code.length >= SHORTEST_CODE && this.slow <= Math.floor(code.length / 8);
    this.clear();
    return isScanner ? code : undefined;
  }

  private clear(): void {
    this.text = '';
    this.slow = 0;
  }
}
