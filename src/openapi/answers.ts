import type { RefusalKind } from '../common/refusal.js';
import { STATUS } from '../common/http/problem.filter.js';
import { FILE_TYPES, type RouteFacts } from './route-facts.js';
import type { RouteCode, Schema } from './schema.js';

export interface Answer {
  description: string;
  headers?: Record<string, { description: string; required?: boolean; schema: Schema }>;
  content?: Record<string, { schema: Schema }>;
}

/** What each status means, for people. The codes that the route gives follow. */
const MEANING: Record<number, string> = {
  400: 'The request has a mistake. `errors` lists each field with a mistake and says what to send instead.',
  401: 'The request has no valid session or token.',
  403: 'The account does not have permission to do this.',
  404: 'The record does not exist, or the account cannot see it.',
  409: 'The request conflicts with stored data.',
  412: 'Somebody else changed the record after the caller read it. Read it again, and then repeat the change.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'This route does not accept the media type of the body.',
  431: 'The headers are too large.',
  422: 'This `Idempotency-Key` was used with another request.',
  428: 'The header `If-Match`, which names the version to change, is missing.',
  429: 'There were too many attempts. `Retry-After` says how many seconds to wait.',
  503: 'The server cannot answer at the moment. `Retry-After` says how many seconds to wait.',
};

const HEADERS: Record<string, { description: string; schema: Schema }> = {
  etag: { description: 'The version of the record, to send back in `If-Match`.', schema: { type: 'string' } },
  location: { description: 'The address of the new record.', schema: { type: 'string' } },
  'content-disposition': { description: 'The name of the file.', schema: { type: 'string' } },
  'retry-after': { description: 'Seconds to wait before the next attempt.', schema: { type: 'string' } },
};

/** Every answer of a route: what it gives when all goes well, and each refusal. */
export function answersOf(status: string, facts: RouteFacts, code: RouteCode): Record<string, Answer> {
  const refusals = refusalsOf(facts, code).map(([refused, codes]) => [refused, refusal(refused, codes)]);
  return { [status]: success(facts, code), ...(Object.fromEntries(refusals) as Record<string, Answer>) };
}

function success({ isListFile, mediaTypes, sendsEtag }: RouteFacts, { answer, headers }: RouteCode): Answer {
  const files = isListFile ? FILE_TYPES : mediaTypes;
  const content = {
    ...(answer && mediaTypes.length === 0 ? { 'application/json': { schema: answer } } : {}),
    ...Object.fromEntries(files.map((type) => [type, { schema: { type: 'string' } }])),
  };
  const shown = [
    ...(sendsEtag ? ['etag'] : []),
    ...headers.filter((name) => name in HEADERS),
    ...(files.length > 0 ? ['content-disposition'] : []),
  ];
  return {
    description: files.length > 0 ? 'The answer, or the file.' : answer ? 'The answer.' : 'Done.',
    ...(shown.length > 0 ? { headers: pick(shown) } : {}),
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

function refusal(status: number, codes: ReadonlySet<string>): Answer {
  const listed = [...codes].toSorted().map((code) => `\`${code}\``);
  const said = listed.length > 0 ? ` The \`code\` may be ${listed.join(', ')}.` : '';
  return {
    description: `${MEANING[status] ?? 'Rollcall refused the request.'}${said}`,
    ...(status === 429 || status === 503 ? { headers: pick(['retry-after']) } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function pick(names: string[]): NonNullable<Answer['headers']> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const header = HEADERS[name];
      return header ? [[name, { ...header, required: name !== 'content-disposition' }]] : [];
    }),
  );
}

/** By status: the codes that are known. From the route's own code, and from what every route of its kind may answer. */
function refusalsOf(facts: RouteFacts, { refusals }: RouteCode): [number, ReadonlySet<string>][] {
  const found = new Map<number, Set<string>>();
  const add = (status: number, ...codes: string[]): void => {
    const known = found.get(status) ?? new Set();
    codes.forEach((code) => known.add(code));
    found.set(status, known);
  };
  for (const { kind, code } of refusals) {
    const status = STATUS[kind as RefusalKind];
    // The code that changes a row is shared by routes that ask for its version and routes that do not.
    if ((status === 412 || status === 428) && !facts.takesIfMatch) continue;
    add(status, ...(code ? [code] : []));
  }
  add(400, 'BAD_TEXT', ...(facts.query || facts.body ? ['INVALID_INPUT'] : []));
  if (facts.need !== 'public') add(401, 'NOT_SIGNED_IN');
  if (facts.need !== 'public' && facts.need !== 'signed-in') add(403, 'NOT_ALLOWED_FOR_ROLE');
  if (facts.method !== 'GET') {
    add(413, 'BODY_TOO_LARGE');
    add(415, 'UNSUPPORTED_MEDIA_TYPE');
  }
  if (facts.takesIfMatch) add(428, 'VERSION_REQUIRED');
  if (facts.mayLoseAnswer) add(409, 'ANSWER_LOST');
  if (facts.takesIdempotencyKey) {
    add(400, 'BAD_IDEMPOTENCY_KEY');
    add(409, 'REQUEST_UNDER_WAY');
    add(422, 'IDEMPOTENCY_KEY_REUSED');
  }
  add(414, 'URL_TOO_LONG');
  add(431, 'HEADERS_TOO_LARGE');
  add(503, 'DATABASE_UNAVAILABLE');
  return [...found]
    .filter(([status]) => !facts.neverAnswers.includes(status))
    .toSorted(([one], [other]) => one - other);
}
