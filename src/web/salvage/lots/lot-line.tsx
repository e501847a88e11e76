import { when } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { Lot, LotState } from './lot-words.js';

const WHOLE = ['open', 'frozen', 'approved', 'picked_up', 'settled'] as const satisfies readonly LotState[];

/** Where a lot is on its way, and when it came there. */
export function LotLine({ lot }: { lot: Lot }) {
  const states = statesOf(lot);
  const now = states.indexOf(lot.state);
  return (
    <ol className="lot-line" aria-label={t('lots.line')}>
      {states.map((state, i) => {
        const at = i <= now ? lot.steps.findLast(({ to }) => to === state)?.takenAt : undefined;
        return (
          <li
            key={state}
            data-is={i < now ? 'done' : i === now ? 'now' : 'later'}
            aria-current={i === now ? 'step' : undefined}
          >
            <span className="lot-line-name">{t(`lots.state_${state}`)}</span>
            {at !== undefined && <span className="lot-line-day">{when(at)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** A canceled lot ends where it was canceled. */
function statesOf({ state, steps }: Lot): LotState[] {
  if (state !== 'cancelled') return [...WHOLE];
  const last = WHOLE.findIndex((one) => one === steps.at(-1)?.from);
  return [...WHOLE.slice(0, last + 1), 'cancelled'];
}
