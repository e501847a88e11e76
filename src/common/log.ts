import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Headers and fields that hold secrets; they are cut out of every log line. */
const SECRET_PATHS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.secret',
  // A failed statement carries its values, and PostgreSQL repeats them: hashes, and names of people.
  'err.parameters',
  'err.detail',
  'err.where',
  'err.driverError',
];

/** JSON lines on stdout. `to` is for the command line, whose stdout belongs to its answer. */
export function createLog(level: string, to: 'stdout' | 'stderr' | DestinationStream = 'stdout'): Logger {
  return pino(
    { level, redact: { paths: SECRET_PATHS, remove: true }, base: { pid: process.pid } },
    typeof to === 'string' ? pino.destination({ fd: to === 'stdout' ? 1 : 2, sync: true }) : to,
  );
}

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest narrates every module it starts; that is of interest only when something is being looked for. */
const NARRATORS = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/** Nest's own messages in the same log: `logger.error({ err, requestId }, 'what')` or `logger.log('what')`. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(NARRATORS.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest appends the name of the logger to whatever it is given. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof message === 'object' && message !== null ? message : {};
    const text =
      typeof message === 'string' ? message : rest.slice(0, -1).find((part) => typeof part === 'string');
    this.lines[level]({ ...fields, context }, text ?? '');
  }
}
