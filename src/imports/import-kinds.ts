import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../common/refusal.js';
import type { ImportKind } from './import-kind.js';

/** The kinds of file that modules have registered. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  register(kind: ImportKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** @throws InvalidInput that names the kinds there are */
  get(name: string): ImportKind {
    const kind = this.kinds.get(name);
    if (!kind)
      throw new InvalidInput(
        `There is no import of "${name}"; there is ${[...this.kinds.keys()].join(', ')}.`,
        [{ field: 'kind', code: 'UNKNOWN_KIND', detail: [...this.kinds.keys()].join(', ') }],
      );
    return kind;
  }
}
