import type { Shown } from './use-scanning.js';

const SIGNS = { good: '✓', notice: '!', bad: '✕' } as const;

/** The last result, large enough for an arm's length and in the sun; never by colour alone. */
export function ResultBanner({ shown }: { shown: Shown | undefined }) {
  return (
    <div className="result" data-tone={shown?.tone ?? 'none'} role="status" aria-live="assertive">
      {shown ? (
        <div key={shown.turn} className="result-inner">
          <span className="result-sign" aria-hidden>
            {SIGNS[shown.tone]}
          </span>
          <div>
            <div className="result-title">{shown.title}</div>
            <div className="result-detail">
              {shown.code}
              {shown.detail ? `: ${shown.detail}` : ''}
            </div>
          </div>
        </div>
      ) : (
        <div className="result-inner result-waiting">Ready: point the camera, use a scanner, or type.</div>
      )}
    </div>
  );
}
