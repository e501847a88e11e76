export const MOST: number;
export const SPECS_OF: Record<string, string[]>;
export function quickSpecs(): { run: string[]; left: string[] };
export function specsOf(changed: string[], all: string[]): string[];
