import { transform } from '@swc/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/**
 * What the two compilers could read in two ways: fields without a value, overridden fields, fields that need a parameter
 * of the constructor, the types that decorators see, and names of classes.
 */
const SAMPLE = `
const seen: unknown[] = [];
const look = (target: object, name: string): void => {
  seen.push([name, (Reflect as { getMetadata?: Function }).getMetadata?.('design:type', target, name)]);
};
class Body {
  @look note?: string;
  @look at!: Date;
  sort = 'name';
}
class Wider extends Body {
  override note?: string;
  constructor(readonly first: string) { super(); }
  second = this.first;
}
export default () => [Object.entries(new Body()), Object.entries(new Wider('a')), Body.name, seen.length];
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compilers-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(name: string, code: string): Promise<unknown> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return ((await import(pathToFileURL(file).href)) as { default: () => unknown }).default();
}

function built(): string {
  const { config } = ts.readConfigFile(resolve('tsconfig.build.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'));
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext, sourceMap: false };
  return ts.transpileModule(SAMPLE, { compilerOptions }).outputText;
}

async function tested(): Promise<string> {
  const { code } = await transform(SAMPLE, {
    filename: 'sample.ts',
    configFile: resolve('.swcrc'),
    sourceMaps: false,
  });
  return code;
}

it('Rollcall is tested as it is built: both compilers make the same of a class', async () => {
  const [one, other] = [await run('built', built()), await run('tested', await tested())];
  expect(other).toEqual(one);
  // A field that nobody sent is not there at all: spread over defaults, it must not take them away.
  expect(one).toEqual([
    [['sort', 'name']],
    [
      ['sort', 'name'],
      ['first', 'a'],
      ['second', 'a'],
    ],
    'Body',
    2,
  ]);
});
