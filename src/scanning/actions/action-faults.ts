import { EXPECTED, FIRST_TRACKED_YEAR, isDay } from '../../common/time/days-and-times.js';
import type { ScanRow } from '../scans.dto.js';
import type { ScanAction, ScanQuestion } from './scan-action.js';
import { UNDO } from './scan-actions.js';

/** A site and a note are stored with each scan. These fields mean something only to actions that have them. */
const ONLY_FOR_SOME = ['room', 'cart', 'person', 'dueOn', 'undoes'] as const;

/** Finds the first fault in what comes with a scan, such as a required answer that is missing. */
export function faultIn(action: ScanAction, row: ScanRow): string | undefined {
  const missing = action.required.find((field) => row[field] === undefined);
  if (missing) return `The action ${action.name} needs the field ${missing}.`;
  const isUsed = (field: (typeof ONLY_FOR_SOME)[number]): boolean =>
    field === 'undoes' ? action.name === UNDO : action.fields.includes(field);
  const unused = ONLY_FOR_SOME.find((field) => row[field] !== undefined && !isUsed(field));
  if (unused)
    return `The action ${action.name} does not use the field ${unused}. Leave it out, or choose another action.`;
  if (action.withoutDevice && row.sweep !== undefined)
    return `The action ${action.name} cannot be part of an inventory check, because the device is not there. Send the scan without a sweep.`;
  const questions = action.questions ?? [];
  const answers = row.answers ?? [];
  for (const { question } of answers)
    if (!questions.some(({ name }) => name === question))
      return `The action ${action.name} has no question "${question}".`;
  const given = (name: string): string[] =>
    answers.filter(({ question }) => question === name).map(({ answer }) => answer);
  for (const question of questions) {
    const fault = faultInAnswer(action, question, given);
    if (fault) return fault;
  }
  return undefined;
}

function faultInAnswer(
  action: ScanAction,
  { name, isRequired, choices, type, maxLength, onlyWith }: ScanQuestion,
  given: (name: string) => string[],
): string | undefined {
  const [answer, ...more] = given(name);
  if (more.length > 0) return `The question "${name}" is answered more than once.`;
  const isAsked = !onlyWith || given(onlyWith.question).includes(onlyWith.answer);
  if (isAsked && isRequired && !answer) return `The action ${action.name} needs an answer to "${name}".`;
  if (!answer) return undefined;
  if (!isAsked)
    return `The action ${action.name} asks "${name}" only if the answer to "${onlyWith?.question}" is ${onlyWith?.answer}.`;
  if (choices && !choices.some(({ value }) => value === answer))
    return `The answer to "${name}" must be one of these: ${choices.map(({ value }) => value).join(', ')}.`;
  if (type === 'date' && !isDay(answer, FIRST_TRACKED_YEAR))
    return `The answer to "${name}" ${EXPECTED.day(FIRST_TRACKED_YEAR)}.`;
  if (maxLength !== undefined && answer.length > maxLength)
    return `The answer to "${name}" is too long. It can have ${maxLength} characters at most.`;
  return undefined;
}
