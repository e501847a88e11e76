/** What a scan says of the time beside the phone's own clock; the server takes the best of it. */
export interface ScanClock {
  contactAt?: string;
  sinceMs?: number;
}

/** The server's last answer: its own instant, and both of the phone's clocks at that moment. */
interface Contact {
  serverAt: string;
  wallMs: number;
  /** Since this page was loaded; unknown after a reload. */
  steadyMs: number | null;
}

/** Both clocks agree when they are no further apart. */
const AGREE_MS = 2_000;
const KEY = 'rollcall.contact';

let contact: Contact | undefined;

/** Keeps the moment of an answer, also for after a reload. */
export function heardFromServer(serverAt: string): void {
  contact = { serverAt, wallMs: Date.now(), steadyMs: performance.now() };
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...contact, steadyMs: null }));
  } catch {
    // Refused storage is told where scans are kept; the time is known to this page all the same.
    contact = { ...contact };
  }
}

/**
 * How long ago the server was heard, by the counter that no change of the clock moves. That counter stands still while
 * a phone sleeps, so that it is only sent where the wall clock agrees, or was set back.
 */
export function scanClock(): ScanClock {
  contact ??= stored();
  if (!contact) return {};
  const { serverAt, wallMs, steadyMs } = contact;
  if (steadyMs === null) return { contactAt: serverAt };
  const steady = Math.round(performance.now() - steadyMs);
  const wall = Date.now() - wallMs;
  return wall - steady > AGREE_MS ? { contactAt: serverAt } : { contactAt: serverAt, sinceMs: steady };
}

function stored(): Contact | undefined {
  const kept = localStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Contact) : undefined;
}
