import {
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { receiveLargePhoto } from '../../../files/documents.js';
import { PHOTO_TYPES } from '../../../files/photos.js';
import { AssessmentPhotos } from './assessment-photos.service.js';
import type { AssessmentPhotoView } from './stored-photos.js';
import { OneFileBody, withOneFile } from '../../../files/one-file.js';

@ApiTags('salvage')
@Controller('assessments/:id/photos')
export class AssessmentPhotosController {
  constructor(private readonly photos: AssessmentPhotos) {}

  /**
   * Adds a photo to an assessment: one JPEG, PNG or WebP file of at most 10 MiB, as multipart form data. An assessment can
   * have up to six photos. Board packets print them, so make sure that no student is in a photo.
   */
  @Post()
  @Needs('salvage:edit')
  @OneFileBody()
  async add(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AssessmentPhotoView> {
    return withOneFile(await receiveLargePhoto(request), (file) => this.photos.add(scope, id, file));
  }

  /** Downloads a photo of an assessment. */
  @Get(':photoId')
  @Needs('devices:read')
  @ApiProduces(...PHOTO_TYPES)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async show(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
  ): Promise<StreamableFile> {
    const file = await this.photos.open(scope, id, photoId);
    return new StreamableFile(file.open(), { type: file.mediaType, length: file.sizeBytes });
  }

  /** Deletes a photo of an assessment for good. */
  @Delete(':photoId')
  @HttpCode(204)
  @Needs('salvage:edit')
  remove(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
  ): Promise<void> {
    return this.photos.remove(scope, id, photoId);
  }
}
