import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { coverUpload } from '../../../access/routes/idempotency.interceptor.js';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { IfGiven } from '../../../common/http/request-fields.js';
import { InvalidInput } from '../../../common/refusal.js';
import { DOCUMENT_TYPES, receiveDocument } from '../../../files/documents.js';
import { CLAIM_FILE_KINDS, type ClaimFileKind } from './claim-file.entity.js';
import { ClaimFiles, type ClaimFileView } from './claim-files.service.js';

export class ClaimFileChangeBody {
  @IfGiven()
  @IsIn(CLAIM_FILE_KINDS)
  kind?: ClaimFileKind;

  /** Whether the vendor of the claim may see it. */
  @IfGiven()
  @IsBoolean()
  isShared?: boolean;
}

@ApiTags('warranty')
@Controller('claims/:id/files')
export class ClaimFilesController {
  constructor(private readonly files: ClaimFiles) {}

  /**
   * Adds a photo or a paper to a claim: one JPEG, PNG, WebP or PDF file of at most 10 MiB, as multipart form data. The
   * vendor does not see it unless it is shared. Make sure that no student is in a photo before you share it.
   */
  @Post()
  @Needs('warranty:edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        kind: { type: 'string', enum: [...CLAIM_FILE_KINDS], default: 'photo' },
        isShared: { type: 'string', enum: ['true', 'false'], default: 'false' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async add(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ClaimFileView> {
    const { fields, file } = await receiveDocument(request);
    try {
      const said = saidIn(fields);
      await coverUpload(JSON.stringify([...fields, file.fileName, file.sha256.toString('hex')]));
      return await this.files.add(scope, id, file, said);
    } finally {
      await file.discard();
    }
  }

  /** Downloads a file of a claim. */
  @Get(':fileId')
  @Needs('devices:read')
  @ApiProduces(...DOCUMENT_TYPES)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async show(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const file = await this.files.open(scope, id, fileId);
    return new StreamableFile(file.open(), { type: file.mediaType, length: file.sizeBytes });
  }

  /** Says what a file is, or whether the vendor of the claim may see it. */
  @Patch(':fileId')
  @Needs('warranty:edit')
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Body() body: ClaimFileChangeBody,
  ): Promise<ClaimFileView> {
    return this.files.change(scope, id, fileId, body);
  }

  /** Deletes a file of a claim for good. */
  @Delete(':fileId')
  @HttpCode(204)
  @Needs('warranty:edit')
  remove(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    return this.files.remove(scope, id, fileId);
  }
}

/** The fields of an upload are texts. */
function saidIn(fields: ReadonlyMap<string, string>): { kind: ClaimFileKind; isShared: boolean } {
  for (const name of fields.keys())
    if (name !== 'kind' && name !== 'isShared')
      throw wrong(name, 'UNKNOWN_FIELD', 'Send no other fields than kind and isShared.');
  const said = fields.get('kind') ?? 'photo';
  const kind = CLAIM_FILE_KINDS.find((one) => one === said);
  if (!kind) throw wrong('kind', 'UNKNOWN_KIND', `Send one of these: ${CLAIM_FILE_KINDS.join(', ')}.`);
  const shared = fields.get('isShared') ?? 'false';
  if (shared !== 'true' && shared !== 'false') throw wrong('isShared', 'NO_BOOLEAN', 'Send true or false.');
  return { kind, isShared: shared === 'true' };
}

function wrong(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(`The field ${field} is not right. ${detail}`, [{ field, code, detail }]);
}
