import { api, answer } from '../api/client.js';
import { Messages } from '../desk/desk-messages.js';
import { wholeList } from '../devices/register-choices.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import type { Claim } from './claim-words.js';

/** A page of the API. */
const LIMIT = 200;

/** Messages between the district and the vendor about a claim, as the district sees them. */
export function ClaimMessages({ claim: { id, sentAt } }: { claim: Claim }) {
  const params = { path: { id } };
  const edits = may(useSession(), 'warranty:edit');
  // Before it is sent, the vendor does not see the claim.
  if (sentAt === null || !edits) return null;
  return (
    <Messages
      name={['claim', id, 'messages']}
      load={() =>
        wholeList((cursor) =>
          answer(
            api.GET('/api/v1/claims/{id}/messages', {
              params: { ...params, query: { limit: LIMIT, cursor } },
            }),
          ),
        )
      }
      write={(text) => answer(api.POST('/api/v1/claims/{id}/messages', { params, body: { text } }))}
    />
  );
}
