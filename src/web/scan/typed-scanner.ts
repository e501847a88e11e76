/** Characters of a scanner follow each other this fast; no hand does, over a whole code. */
const FASTEST_HAND_MS = 45;
/** No fingers roll over several keys this fast. */
const FASTER_THAN_FINGERS_MS = 25;
/** After this silence what a scanner typed is whole, also where it sends no Enter. */
export const SILENCE_MS = 120;

/** Fewest characters of a code with and without an end key. */
const SHORTEST_ENDED = 3;
const SHORTEST_SILENT = 4;
/** Where text is expected, quick fingers type four or five characters as a slow scanner does. */
const SHORTEST_IN_FIELD = 6;

/** Tells the keys of a scanner from those of a hand, by their times alone. */
export class TypedScanner {
  private text = '';
  private gaps: number[] = [];
  private last = -Infinity;

  /**
   * @param key as the keyboard event names it
   * @param at milliseconds of a steady clock
   * @returns a whole code, where this key ends one
   */
  press(key: string, at: number): string | undefined {
    const isEnd = key === 'Enter' || key === 'Tab';
    // Shift comes before each capital letter, and is no key of a code.
    if (key.length !== 1 && !isEnd) return undefined;
    const gap = at - this.last;
    if (gap > SILENCE_MS) this.clear();
    this.last = at;
    if (this.text) this.gaps.push(gap);
    if (isEnd) return this.take(this.isRead(SHORTEST_ENDED, FASTEST_HAND_MS));
    this.text += key;
    return undefined;
  }

  /**
   * The code, where nothing has come for a while: a scanner that sends no Enter. What is too short is kept: on a busy
   * machine the rest may come late, and its times show that it belongs to it.
   */
  silence(isInField: boolean): string | undefined {
    const isFast = this.isRead(SHORTEST_SILENT, FASTER_THAN_FINGERS_MS);
    const shortest = isInField ? SHORTEST_IN_FIELD : SHORTEST_SILENT;
    return isFast || this.isRead(shortest, FASTEST_HAND_MS) ? this.take(true) : undefined;
  }

  /** Whether the next key would be the first of a code. */
  isAtStart(at: number): boolean {
    return this.text === '' || at - this.last > SILENCE_MS;
  }

  /** Whether a scanner is in the middle of a code: then its keys are no shortcuts. */
  get isTyping(): boolean {
    return this.isRead(2, FASTEST_HAND_MS);
  }

  clear(): void {
    this.text = '';
    this.gaps = [];
  }

  private isRead(shortest: number, slowestMs: number): boolean {
    // One slow key is a stutter of a wireless scanner; a hand has many.
    const stutters = Math.floor(this.text.length / 8);
    return this.text.length >= shortest && this.gaps.filter((gap) => gap > slowestMs).length <= stutters;
  }

  private take(isScanner: boolean): string | undefined {
    const code = this.text.trim();
    this.clear();
    return isScanner && code !== '' ? code : undefined;
  }
}
