/** What a phone knows of the time, beside its own clock. All instants are those of the server. */
export interface ScanClock {
  /** When the server last answered the phone before the scan. */
  contactAt?: Date;
  /** Milliseconds from that answer to the scan, by a counter that no change of the clock moves; unknown after a restart. */
  sinceMs?: number;
}

/** When a batch left the phone, by the phone's clock, and when it came, by the server's. */
export interface BatchClock {
  sentAt?: Date;
  receivedAt: Date;
}

/**
 * The instant from which a scan holds. A phone's clock may be days off: the counter since the last answer of the
 * server is believed first, then the phone's clock less how far it is off at sending. It is never before that last
 * answer, nor after the receipt.
 */
export function effectiveInstant(
  scannedAt: Date,
  clock: ScanClock,
  { sentAt, receivedAt }: BatchClock,
): Date {
  const contact = clock.contactAt?.getTime();
  const ahead = sentAt ? sentAt.getTime() - receivedAt.getTime() : 0;
  const told =
    contact !== undefined && clock.sinceMs !== undefined
      ? contact + clock.sinceMs
      : scannedAt.getTime() - ahead;
  return new Date(Math.min(Math.max(told, contact ?? -Infinity), receivedAt.getTime()));
}
