import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Put,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import { MAX_PHOTO_BYTES, ScanPhotos } from './scan-photos.service.js';

@ApiTags('scanning')
@Controller('scans/:id/photo')
export class ScanPhotosController {
  constructor(private readonly photos: ScanPhotos) {}

  /** What an unknown code was on: one JPEG, PNG or WebP of at most 2 MiB, as multipart. Sent again, it is replaced. */
  @Put()
  @HttpCode(204)
  @Needs('devices:edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async keep(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.photos.keep(scope, id, await photoIn(request));
  }

  /** The photo itself, for those who see the code in the list. */
  @Get()
  @Needs('devices:read')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.photos.find(scope, id);
    return new StreamableFile(bytes, { type: mediaType, length: bytes.length });
  }
}

class PhotoTooLarge extends Refusal {
  readonly kind = 'too_large';
  readonly code = 'PHOTO_TOO_LARGE';
  constructor() {
    super('The photo is larger than 2 MiB; make it smaller and send it again.');
  }
}

async function photoIn(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart())
    throw new InvalidInput('Send the photo as multipart/form-data.', [], 'NOT_MULTIPART');
  const part = await request.file({ limits: { fileSize: MAX_PHOTO_BYTES + 1 }, throwFileSizeLimit: false });
  if (!part)
    throw new InvalidInput(
      'The upload has no file.',
      [{ field: 'file', code: 'REQUIRED', detail: 'send one photo' }],
      'NO_FILE',
    );
  const bytes = await part.toBuffer();
  if (bytes.length > MAX_PHOTO_BYTES) throw new PhotoTooLarge();
  return bytes;
}
