/** The URL of the application's database, for pools that TypeORM does not make. It holds a password: never log it. */
export class DatabaseAddress {
  constructor(readonly url: string) {}
}
