import type { SubjectKind } from '../../src/outbox/letter.js';
import type { Outbox } from '../../src/outbox/outbox.service.js';

/** Letters that would rather arrive twice than never. */
export const SURE = 'test-sure';
/** Letters that arrive once at the most. */
export const ONCE = 'test-once';

/** Registers two kinds of letters that say which subject they are about. */
export function registerTestLetters(outbox: Outbox, more: Partial<SubjectKind> = {}): void {
  const contents = async (_: string, subjectId: string) => ({
    subject: 'A test',
    text: `About ${subjectId}.`,
    attachments: [],
  });
  outbox.registerSubject(SURE, { guarantee: 'at_least_once', patienceHours: 48, contents, ...more });
  outbox.registerSubject(ONCE, { guarantee: 'at_most_once', patienceHours: 6, contents, ...more });
}
