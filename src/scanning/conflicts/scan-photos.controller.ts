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
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { PHOTO_TYPES, receivePhoto } from '../../files/photos.js';
import { ScanPhotos } from './scan-photos.service.js';
import { OneFileBody } from '../../files/one-file.js';

@ApiTags('scanning')
@Controller('scans/:id/photo')
export class ScanPhotosController {
  constructor(private readonly photos: ScanPhotos) {}

  /**
   * Uploads a photo of what an unknown code was on: one JPEG, PNG or WebP file of at most 2 MiB, as multipart form
   * data. A second upload replaces the first.
   */
  @Put()
  @HttpCode(204)
  @Needs('devices:edit')
  @OneFileBody()
  async keep(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.photos.keep(scope, id, await receivePhoto(request));
  }

  /** Shows the photo of a scan. Everyone who can see the code in the list of unknown codes can see the photo. */
  @Get()
  @Needs('devices:read')
  @ApiProduces(...PHOTO_TYPES)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const photo = await this.photos.find(scope, id);
    return new StreamableFile(photo.open(), { type: photo.mediaType, length: photo.sizeBytes });
  }
}
