import type { ReactNode } from 'react';

interface Props {
  /** What a scan means, and where. */
  setup: ReactNode;
  reader: ReactNode;
  /** The last result, and the list of all. */
  results: ReactNode;
}

/**
 * A page to scan on. On a phone the reader is at the bottom, within reach of the thumb; on a desk it is below what was
 * picked, and the results are beside both.
 */
export function ScanLayout({ setup, reader, results }: Props) {
  return (
    <div className="scan-layout">
      <div className="scan-side">
        {setup}
        <div className="scan-dock">{reader}</div>
      </div>
      <div className="scan-results">{results}</div>
    </div>
  );
}
