/** The words of class-validator, and ours in their place. `EACH` stands where a rule is for each entry of a list. */
const REWORDED: readonly [theirs: RegExp, ours: string][] = [
  [/^(EACH)?(\S+) must be a string$/, '$1$2 must be text'],
  [/^(EACH)?(\S+) must be an integer number$/, '$1$2 must be a whole number'],
  [/^(EACH)?(\S+) must be a number conforming to the specified constraints$/, '$1$2 must be a number'],
  [/^(EACH)?(\S+) must be a boolean value$/, '$1$2 must be true or false'],
  [/^(EACH)?(\S+) must be an array$/, '$1$2 must be a list'],
  [/^(EACH)?(\S+) must be an object$/, '$1$2 must be an object'],
  [/^(EACH)?(\S+) must be a UUID$/, '$1$2 must be an id (a UUID)'],
  [/^(EACH)?(\S+) must be an email$/, '$1$2 must be an email address'],
  [/^(EACH)?(\S+) should not be empty$/, '$1$2 must not be empty'],
  [/^(EACH)?(\S+) must not be less than (\S+)$/, '$1$2 must be at least $3'],
  [/^(EACH)?(\S+) must not be greater than (\S+)$/, '$1$2 must be at most $3'],
  [
    /^(EACH)?(\S+) must be longer than or equal to (\d+) characters$/,
    '$1$2 must have at least $3 characters',
  ],
  [/^(EACH)?(\S+) must be shorter than or equal to (\d+) characters$/, '$1$2 may have at most $3 characters'],
  [/^(EACH)?(\S+) must contain at least (\d+) elements$/, '$1$2 must have at least $3 entries'],
  [/^(EACH)?(\S+) must contain no more than (\d+) elements$/, '$1$2 may have at most $3 entries'],
  [/^(EACH)?All (\S+)'s elements must be unique$/, '$2 must not have the same entry twice'],
  [/^(EACH)?(\S+) must be one of the following values: (.*)$/, '$1$2 must be one of these: $3'],
  [/^(EACH)?nested property (\S+) must be either object or array$/, '$1$2 must be an object'],
  [/^(EACH)?property (\S+) should not exist$/, 'There is no field called $2 here'],
];

/** What a rule refuses in plain words: `each value in kinds must be a string` becomes `each entry of kinds must be text`. */
export function plainRefusal(detail: string): string {
  const text = detail.replace(/^each value in /, 'EACH');
  for (const [theirs, ours] of REWORDED)
    if (theirs.test(text))
      return text
        .replace(theirs, ours)
        .replace(/^EACH/, 'each entry of ')
        .replace(/ 1 entries$/, ' 1 entry')
        .replace(/ 1 characters$/, ' 1 character');
  return detail;
}
