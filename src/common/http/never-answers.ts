import { SetMetadata } from '@nestjs/common';

export const NEVER_ANSWERS = 'rollcall:never-answers';

/**
 * Takes statuses out of the API's document. The build finds what a route can refuse by following its calls, and so it
 * also finds refusals that this route cannot give, such as "not found" for the row that it has just made.
 */
export const NeverAnswers = (...statuses: number[]): MethodDecorator => SetMetadata(NEVER_ANSWERS, statuses);
