/** How many devices one request may add or remove. */
export const MOST_AT_ONCE = 1_000;

/** How many devices one lot may have. */
export const MOST_IN_LOT = 5_000;
