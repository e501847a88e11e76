import { Injectable } from '@nestjs/common';
import { may, type Scope } from '../access/scope.js';
import { Forbidden, InvalidInput } from '../common/refusal.js';
import type { ImportKind } from './import-kind.js';

/** The kinds of file that modules have registered. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  register(kind: ImportKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** @throws Forbidden where the caller may not load this kind of row */
  allowed(scope: Scope, name: string): ImportKind {
    const kind = this.get(name);
    const isAllowed = may(scope, kind.permission) && scope.sites === 'all';
    if (!isAllowed && !kind.allows?.(scope))
      throw new Forbidden(`You don't have permission to import ${name}.`, 'IMPORT_NOT_ALLOWED');
    return kind;
  }

  /** Names of the kinds whose rows are people, and whose files therefore hold names. */
  ofPeople(): string[] {
    return [...this.kinds.values()].flatMap(({ kind, permission }) =>
      permission === 'people:edit' ? kind : [],
    );
  }

  /** @throws InvalidInput that names the kinds there are */
  get(name: string): ImportKind {
    const kind = this.kinds.get(name);
    if (!kind)
      throw new InvalidInput(
        `"${name}" cannot be imported. Choose one of these: ${[...this.kinds.keys()].join(', ')}.`,
        [{ field: 'kind', code: 'UNKNOWN_KIND', detail: [...this.kinds.keys()].join(', ') }],
      );
    return kind;
  }
}
