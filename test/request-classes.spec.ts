import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(import.meta.dirname, '../src');

interface Field {
  where: string;
  isOptional: boolean;
  takesNull: boolean;
  decorators: string[];
}

/** Every property of a class that has a decorator of class-validator, or of ours that stands for some. */
function fields(): Field[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !/^(web|config)\//.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(SRC, name), 'utf8');
      if (!/class-validator|request-fields/.test(text)) return [];
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
      return file.statements.filter(ts.isClassDeclaration).flatMap((declared) =>
        declared.members.filter(ts.isPropertyDeclaration).flatMap((property): Field[] => {
          const decorators = (ts.getDecorators(property) ?? []).map(
            (one) => one.expression.getText(file).split('(')[0] ?? '',
          );
          if (decorators.length === 0 || !property.type) return [];
          const type = property.type.getText(file);
          return [
            {
              where: `${declared.name?.text}.${property.name.getText(file)}`,
              isOptional: property.questionToken !== undefined || property.initializer !== undefined,
              takesNull: /(^|\|)\s*null\b/.test(type),
              decorators,
            },
          ];
        }),
      );
    })
    .filter(({ decorators }) =>
      decorators.some(
        (name) =>
          !/^(Column|PrimaryColumn|VersionColumn|CreateDateColumn|UpdateDateColumn|Inject\w*)$/.test(name),
      ),
    );
}

/** Decorators that let a field be left out, besides what else they check. */
const LETS_OUT = ['IfGiven', 'CommaList', 'CommaNumbers', 'ReportDay', 'SiteCodes', 'SortedBy'];

/** A password may have blanks, a scan is stored as it was read, and an image is no text. */
const NEVER_BLANK = [
  'SignInBody.password',
  'PasswordChangeBody.currentPassword',
  'DeliveryBody.password',
  'ScanRow.code',
  'SweepSignatureBody.image',
  'DriverBody.image',
];

describe('a class of input', () => {
  const all = fields();

  it('takes null where its type says so, and nowhere else', () => {
    expect(all.length).toBeGreaterThan(250);
    const wrong = all.filter(({ takesNull, decorators }) => takesNull !== decorators.includes('OrNull'));
    expect(wrong).toEqual([]);
  });

  it('lets out what may be left out, and nothing else', () => {
    const wrong = all.filter(
      ({ isOptional, takesNull, decorators }) =>
        !takesNull && isOptional !== decorators.some((name) => LETS_OUT.includes(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('takes no blanks for a text that may not be empty', () => {
    const wrong = all.filter(
      ({ where, decorators }) =>
        decorators.includes('IsString') &&
        decorators.includes('IsNotEmpty') &&
        !decorators.some((name) => ['Trimmed', 'CommaList'].includes(name)) &&
        !NEVER_BLANK.includes(where),
    );
    expect(wrong).toEqual([]);
  });

  it('uses IsOptional nowhere, which takes null without saying so', () => {
    expect(all.filter(({ decorators }) => decorators.includes('IsOptional'))).toEqual([]);
  });
});
