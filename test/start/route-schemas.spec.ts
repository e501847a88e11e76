import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const SCRIPT = resolve('scripts/route-schemas.mjs');
const DECORATORS = `declare const Controller: any, Post: any, Body: any;
class Refusal extends Error {}
class Taken extends Refusal { readonly kind = 'conflict'; readonly code = 'TAKEN'; }`;

let project: string;

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, file)), { recursive: true });
  await writeFile(join(project, file), text);
}

/** A controller with a body of this name, and a helper that refuses. */
const controllerWith = (body: string, field: string): string => `${DECORATORS}
export class ${body} { ${field}!: string | null; }
function assertFree(): void { throw new Taken(); }
@Controller('things')
export class ${field}Controller {
  /** Makes a thing. */
  @Post()
  create(@Body() body: ${body}): void { assertFree(); }
}`;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'rollcall-routes-'));
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    experimentalDecorators: true,
  };
  await write('src/common/http/problem.filter.ts', 'export interface Problem { code: string }');
  await write('tsconfig.build.json', JSON.stringify({ compilerOptions, include: ['src'] }));
});
afterEach(() => rm(project, { recursive: true, force: true }));

const read = (): Promise<{ stderr: string }> => promisify(execFile)('node', [SCRIPT, project]);

describe('what the build reads off the routes', () => {
  it('stops the build where two types have one name, and names both files', async () => {
    await write('src/cars/cars.controller.ts', controllerWith('NewBody', 'Wheels'));
    await write('src/cats/cats.controller.ts', controllerWith('NewBody', 'Paws'));
    await expect(read()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /Two types are called NewBody, one in .*cars\.controller\.ts and one in .*cats\.controller\.ts\. Rename one of them\./,
      ) as string,
    });
  });

  it('describes the body, and finds the refusals that the handler can reach', async () => {
    await write('src/cars/cars.controller.ts', controllerWith('NewCar', 'Wheels'));
    await read();
    const { operations, schemas } = JSON.parse(
      await readFile(join(project, 'dist/route-schemas.json'), 'utf8'),
    ) as { operations: object; schemas: object };
    expect(operations).toEqual({
      WheelsController_create: {
        comment: 'Makes a thing.',
        body: { $ref: '#/components/schemas/NewCar' },
        refusals: [{ kind: 'conflict', code: 'TAKEN' }],
        headers: [],
      },
    });
    expect(schemas).toMatchObject({
      NewCar: {
        type: 'object',
        properties: { Wheels: { type: ['string', 'null'] } },
        required: ['Wheels'],
      },
    });
  });
});
