import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StoredFilePart, StoredFileRow } from './file.entities.js';
import { Files } from './files.service.js';

/** One store for every file: uploads, photos, attachments, signed documents. It knows nobody who keeps one. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredFileRow, StoredFilePart])],
  providers: [Files],
  exports: [Files],
})
export class FilesModule {}
