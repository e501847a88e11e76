/**
 * Writes dist/route-schemas.json: what each route is asked, answers and refuses, read off the code of the controllers,
 * so that the OpenAPI document and the code cannot say two things. Part of the build.
 *
 * A test gives it another project: `route-schemas.mjs <folder with tsconfig.build.json and src>`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { Refusals } from './openapi/refusals.mjs';
import { TypeSchemas } from './openapi/type-schemas.mjs';

const ROOT = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
const SRC = join(ROOT, 'src');
const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
/** Answers that are no JSON. */
const NO_JSON = new Set(['StreamableFile', 'void', 'undefined']);
/** What every refusal is answered with. */
const PROBLEM = { file: 'common/http/problem.filter.ts', name: 'Problem' };

/** Calls back for each method that is a route, with the id that it has in the document. */
function routesOf(source, visit) {
  ts.forEachChild(source, (node) => {
    if (!ts.isClassDeclaration(node) || !isDecorated(node, (name) => name === 'Controller')) return;
    for (const member of node.members)
      if (ts.isMethodDeclaration(member) && isDecorated(member, (name) => ROUTES.has(name)))
        visit(`${node.name.text}_${member.name.getText()}`, member);
  });
}

function isDecorated(node, test) {
  return (ts.getDecorators(node) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && test(expression.expression.getText()),
  );
}

/** The type of the parameter that takes the whole query, or the whole body. */
function askedBy(method, decorator, checker) {
  const taken = method.parameters.find((parameter) =>
    (ts.getDecorators(parameter) ?? []).some(
      ({ expression }) =>
        ts.isCallExpression(expression) &&
        expression.expression.getText() === decorator &&
        expression.arguments.length === 0,
    ),
  );
  return taken && checker.getTypeAtLocation(taken);
}

function commentOf(method, checker) {
  const symbol = checker.getSymbolAtLocation(method.name);
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s*\n\s*/g, ' ');
}

function exportedType(program, { file, name }) {
  const source = program.getSourceFile(join(SRC, file));
  const checker = program.getTypeChecker();
  const exported = source ? checker.getExportsOfModule(checker.getSymbolAtLocation(source)) : [];
  const symbol = exported.find((one) => one.name === name);
  if (!symbol) throw new Error(`There is no ${name} in src/${file}.`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

const config = ts.getParsedCommandLineOfConfigFile(
  join(ROOT, 'tsconfig.build.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  },
);
const controllers = readdirSync(SRC, { recursive: true })
  .filter((name) => /controllers?\.ts$/.test(name))
  .map((name) => join(SRC, name));
const program = ts.createProgram([...controllers, join(SRC, PROBLEM.file)], config.options);
const checker = program.getTypeChecker();
const schemas = new TypeSchemas(checker, SRC);
const refusals = new Refusals(program, SRC);
const operations = {};
for (const file of controllers) {
  routesOf(program.getSourceFile(file), (operationId, method) => {
    const signature = checker.getSignatureFromDeclaration(method);
    const answer = checker.getAwaitedType(checker.getReturnTypeOfSignature(signature));
    const query = askedBy(method, 'Query', checker);
    const body = askedBy(method, 'Body', checker);
    operations[operationId] = {
      comment: commentOf(method, checker),
      ...(query ? { query: schemas.propertiesOf(query) } : {}),
      ...(body ? { body: schemas.of(body) } : {}),
      ...(answer && !NO_JSON.has(checker.typeToString(answer)) ? { answer: schemas.of(answer) } : {}),
      ...refusals.of(method),
    };
  });
}
schemas.of(exportedType(program, PROBLEM));
if (schemas.repeated.size > 0) {
  console.error([...schemas.repeated].join('\n'));
  process.exit(1);
}
mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(
  join(ROOT, 'dist/route-schemas.json'),
  JSON.stringify({ operations, schemas: schemas.components }),
);
