/** Answers that are asked for over and over: a file of a million rows knows a few thousand days, models and words. */
const MOST_KEPT = 20_000;

/** The answer to a question, worked out once; all are forgotten when there are too many. */
export function cached<T>(
  answers: Map<string, T>,
  question: string,
  answer: () => T,
  most: number = MOST_KEPT,
): T {
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= most) answers.clear();
  const fresh = answer();
  answers.set(question, fresh);
  return fresh;
}
