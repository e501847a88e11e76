import type { Shape } from '../../api/problem.js';
import type { Question } from './assessment-words.js';

/** What is chosen and typed. Only answers that differ from the usual ones are kept. */
export interface AssessmentForm {
  answers: Record<string, string>;
  note: string;
  apply: boolean;
}

export const NOTHING: AssessmentForm = { answers: {}, note: '', apply: false };

/** A device in order needs no answer: each question begins with the answer of such a device. */
export function answerTo(form: AssessmentForm, { name, usual }: Question): string {
  return form.answers[name] ?? usual;
}

/** Whether a question can be answered: some need a device that starts. */
export function isAsked(form: AssessmentForm, { needsPower }: Question): boolean {
  return !needsPower || form.answers['powersOn'] !== 'no';
}

export function assessmentBody(
  deviceId: string,
  form: AssessmentForm,
  questions: readonly Question[],
): Shape<'NewAssessmentBody'> {
  const asked = questions.filter((question) => isAsked(form, question));
  return {
    deviceId,
    answers: Object.fromEntries(asked.map((question) => [question.name, answerTo(form, question)])),
    // They are added once it is known that they are wanted.
    parts: [],
    ...(form.note.trim() && { note: form.note.trim() }),
    apply: form.apply,
  };
}
