import type { Shape } from '../../../api/problem.js';
import type { Question } from '../assessment-words.js';

/** Every question once: rules may ask about any of them. */
export function allQuestions(checklists: readonly Shape<'ChecklistOfKind'>[]): Question[] {
  const byName = new Map(
    checklists.flatMap(({ questions }) => questions.map((one) => [one.name, one] as const)),
  );
  return [...byName.values()];
}
