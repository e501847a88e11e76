import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of a vendor have a version, so that two people who change them do not overwrite each other. */
export class CountedReplyWords1764000804001 implements MigrationInterface {
  name = 'CountedReplyWords1764000804001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE vendors ADD reply_words_version integer NOT NULL DEFAULT 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE vendors DROP reply_words_version`);
  }
}
