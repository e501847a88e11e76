import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { RequestClass } from '../request-rules.js';
import { EXAMPLES } from './all-examples.js';

/** The example body of a route. The build fails where there is none, or where the route's own rules refuse it. */
export function exampleOf(operationId: string, body: RequestClass): object {
  const example = EXAMPLES[operationId];
  if (!example) throw new Error(`${operationId} needs an example of its body in src/openapi/examples.`);
  const faults = validateSync(plainToInstance(body, example), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  if (faults.length > 0)
    throw new Error(`The example of ${operationId} is refused: ${faults.map(String).join('; ')}`);
  return example;
}

/** Ids of the examples that belong to no route. */
export function unusedExamples(operationIds: string[]): string[] {
  return Object.keys(EXAMPLES).filter((id) => !operationIds.includes(id));
}
