export type EmbeddedPostgresProblemCode =
  | 'PLATFORM_UNSUPPORTED'
  | 'BINARIES_BROKEN'
  | 'NO_SYSTEM_USER'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_FOLDER_UNREACHABLE'
  | 'DATA_FOLDER_OF_ANOTHER_USER'
  | 'DATA_FOLDER_GONE'
  | 'DATA_FOLDER_OF_A_COPY'
  | 'NOT_A_CLUSTER'
  | 'OTHER_MAJOR'
  | 'CREDENTIALS_LOST'
  | 'INITDB_FAILED'
  | 'START_FAILED'
  | 'NO_ANSWER';

/**
 * The embedded database cannot serve on this machine as it is. The message is written for the person at
 * the keyboard and ends with what to type, so it should be shown without a stack.
 */
export class EmbeddedPostgresProblem extends Error {
  override readonly name = 'EmbeddedPostgresProblem';
  constructor(
    readonly code: EmbeddedPostgresProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
