import { Refusal } from '../../common/refusal.js';

/** What was sent was done, perhaps only in part, and nobody can say any more with which result. */
export class AnswerLost extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'ANSWER_LOST';
  constructor() {
    super(
      'Rollcall saved what you sent, or a part of it, but its answer was lost. Check what is saved before you send it again.',
    );
  }
}
