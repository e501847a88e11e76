export function isInstalled(root: string): boolean;
export function markInstalled(root: string): void;
export function isBuilt(root: string, fingerprint?: string): boolean;
export function markBuilt(root: string, fingerprint: string): void;
export function buildFingerprint(root: string): string;
export function lockListsWhatWeNeed(root: string): boolean;
export function clearStaleOutput(root: string): void;
