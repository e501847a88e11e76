import { posix } from 'node:path';
import { WORKBOOK_LIMITS } from '../limits.js';
import { BrokenWorkbook } from '../reading.errors.js';
import type { WorkbookPackage } from './package.js';
import { readXml } from './xml.js';

export interface Sheet {
  name: string;
  part: string;
}

/** What a workbook holds, and where in the package it stands. */
export interface Contents {
  /** In the order of the tabs; hidden sheets and charts are left out. */
  sheets: Sheet[];
  sharedStrings?: string;
  styles?: string;
  /** Days are counted from 1904 instead of 1900: workbooks from old Macintosh versions. */
  is1904: boolean;
}

interface Relation {
  type: string;
  target: string;
}

/** Follows the package's relations, as the format asks for: not every program uses the names that Excel uses. */
export async function readContents(pack: WorkbookPackage): Promise<Contents> {
  const roots = [...(await readRelations(pack, '')).values()];
  const workbook = roots.find((relation) => relation.type === 'officeDocument')?.target;
  if (workbook === undefined) throw new BrokenWorkbook('it does not say where its sheets are');
  const relations = await readRelations(pack, workbook);
  const find = (type: string): string | undefined => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && pack.has(target) ? target : undefined;
  };
  const contents: Contents = {
    sheets: [],
    sharedStrings: find('sharedStrings'),
    styles: find('styles'),
    is1904: false,
  };
  await readXml(pack.read(workbook, WORKBOOK_LIMITS.metadataBytes), {
    open(name, attributes) {
      if (name === 'workbookPr') contents.is1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet' || isHidden(attributes['state'])) return;
      const relation = relations.get(attributes['r:id'] ?? prefixedId(attributes) ?? '');
      if (relation?.type !== 'worksheet') return;
      contents.sheets.push({ name: attributes['name'] ?? '', part: relation.target });
    },
  });
  return contents;
}

async function readRelations(pack: WorkbookPackage, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  await readXml(pack.read(path, WORKBOOK_LIMITS.metadataBytes), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      // What stands outside the package is never fetched.
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: posix.basename(Type), target });
    },
  });
  return relations;
}

function prefixedId(attributes: Record<string, string>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

function isHidden(state: string | undefined): boolean {
  return state === 'hidden' || state === 'veryHidden';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
