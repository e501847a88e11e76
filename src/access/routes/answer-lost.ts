import { Refusal } from '../../common/refusal.js';

/** What was sent may be saved, perhaps only in part, and its result is not known. */
export class AnswerLost extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'ANSWER_LOST';
  constructor() {
    super(
      'What you sent may be saved, or a part of it, but the answer was lost. Check what is saved before you send it again.',
    );
  }
}
