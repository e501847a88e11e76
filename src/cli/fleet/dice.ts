// Taken once: in Jest's contexts every look-up of a global is slow, and these run tens of millions of times.
const { floor, imul } = Math;

/** Mixes whole numbers into one well-spread 32-bit number (the finaliser of MurmurHash3, public domain). */
export function mix(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = imul(hash ^ part, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/**
 * A seeded generator of chance (mulberry32, public domain). Each device and each order is rolled from its own
 * number, so that adding a year to a story leaves every earlier device as it was.
 */
export class Dice {
  private state = 0;

  /** Starts again from these numbers; the same numbers always give the same rolls. */
  reseed(...parts: number[]): this {
    this.state = mix(...parts);
    return this;
  }

  /** From 0 up to, never reaching, 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let word = imul(this.state ^ (this.state >>> 15), this.state | 1);
    word ^= word + imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return floor(this.roll() * count);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }
}
