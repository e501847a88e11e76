import type { ApiBodyOptions } from '@nestjs/swagger';

/** What a file may be of, in the document. */
export const KINDS = [
  'sites',
  'pupils',
  'people',
  'devices',
  'coverages',
  'claims',
  'claim-replies',
  'settlements',
];

/** The fields of an uploaded file, in the order in which they are sent. */
export const UPLOAD_BODY: ApiBodyOptions = {
  description: 'Send the fields first and the file last.',
  required: true,
  schema: {
    type: 'object',
    required: ['kind', 'file'],
    properties: {
      kind: { type: 'string', enum: KINDS },
      mode: { type: 'string', enum: ['rehearse', 'commit'], default: 'rehearse' },
      mapping: { type: 'string', description: 'The name of a saved mapping, or a mapping as JSON.' },
      reading: { type: 'string', description: 'How to read the file, as JSON: format, encoding and so on.' },
      options: { type: 'string', description: 'What to do with the rows, as JSON.' },
      file: { type: 'string', format: 'binary' },
    },
    example: {
      kind: 'sites',
      mode: 'rehearse',
      file: 'Site code,Name,Type\nADAMS,Adams Elementary,elementary\n',
    },
  },
};
