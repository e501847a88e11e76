/** Scans that the server did not carry out. */
export const attention = {
  title: 'Scans that need attention',
  text: 'The server did not carry out these scans. Read what happened, fix the problem, and mark the scans as seen.',
  none: 'You’re all caught up',
  backToScan: 'Back to scanning',
  scannedAt: 'Scanned {when}',
  openInbox: 'Open the inbox',
  markSeen: 'Mark as seen',
  markAllSeen: 'Mark all as seen',
} as const;
