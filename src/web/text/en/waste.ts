/** Universal waste on hand, and what devices weigh. */
export const waste = {
  title: 'Universal waste on hand',
  about:
    'A site that has universal waste needs an EPA identification number before it has {limit} ({source}). A lot counts if it has a day under “Waste since”, until it is picked up or canceled.',
  failed: 'Couldn’t load the weight of universal waste',
  showAll: 'Show all {count, number} sites',
  amount: '{weight} of {limit} ({percent}%)',
  barOf: 'Weight of universal waste at {site}',
  contents:
    '{devices, plural, one {# device} other {# devices}} on {lots, plural, one {# lot} other {# lots}}.',
  estimated: 'The weight of {count, plural, one {# device} other {# devices}} is estimated ({weight})',
  near: 'Close to the limit',
  nearText:
    'Have a lot picked up soon, or get an EPA identification number now. The site needs it before it reaches the limit.',
  reached: 'The limit is reached',
  reachedText:
    'Get an EPA identification number for this site from the EPA or from DTSC, unless it has one already. Until then, don’t put more waste here, and have a lot picked up.',
  weight: 'Weight',
} as const;
