export function programPath(name: string, env?: NodeJS.ProcessEnv): string | undefined;
export function findOrUnpackPrograms(env?: NodeJS.ProcessEnv): Promise<string[]>;
