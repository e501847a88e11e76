const NEWLINE = 0x0a;

/** Reads bytes by lines and by lengths, as they come. */
export class ByteReader {
  private rest: Uint8Array = new Uint8Array(0);

  /** @param read the next piece; undefined at the end */
  constructor(private readonly read: () => Promise<Uint8Array | undefined>) {}

  /** The next line without its end; undefined where nothing is left. */
  async line(): Promise<string | undefined> {
    for (let seen = 0; ;) {
      const end = this.rest.indexOf(NEWLINE, seen);
      if (end >= 0) {
        const line = new TextDecoder().decode(this.rest.subarray(0, end));
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      seen = this.rest.length;
      const more = await this.read();
      if (!more) return undefined;
      this.rest = joined([this.rest, more], this.rest.length + more.length);
    }
  }

  /** The next bytes, as a copy; undefined where nothing is left. @throws where only a part of them is left */
  async take(length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const pieces = [this.rest];
    let has = this.rest.length;
    while (has < length) {
      const more = await this.read();
      if (!more && has === 0) return undefined;
      if (!more) throw new Error('the answer ends in the middle');
      pieces.push(more);
      has += more.length;
    }
    const last = pieces.at(-1) as Uint8Array;
    const taken = joined(pieces, length);
    this.rest = last.subarray(last.length - (has - length));
    return taken;
  }
}

/** Pieces as one, up to a length. */
function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
