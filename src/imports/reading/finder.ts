/** Next place of one character. Remembers it, so that asking again for each cell does not search the text again. */
export class Finder {
  private text = '';
  private found = -1;

  constructor(private readonly char: string) {}

  /** To be called before going back, too: what is remembered only holds going forward. */
  reset(text: string): void {
    this.text = text;
    this.found = -1;
  }

  /** The first place at or after `from`, which must not be less than it was before; infinity if there is none. */
  next(from: number): number {
    if (this.found < from) {
      const found = this.text.indexOf(this.char, from);
      this.found = found < 0 ? Infinity : found;
    }
    return this.found;
  }
}
