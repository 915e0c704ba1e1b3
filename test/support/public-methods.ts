import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const LIB = join(__dirname, '../../lib');

/** What a class of lib declares: its public methods, and the class it extends. */
interface Declaration {
  readonly methods: readonly string[];
  readonly base: string | undefined;
}

let classes: Map<string, Declaration> | undefined;

/** The public methods of a class of lib, read from its source: at run time private ones look the same. */
export function publicMethods(className: string): string[] {
  classes ??= readClasses();
  const declaration = classes.get(className);
  if (!declaration) return [];
  const inherited = declaration.base === undefined ? [] : publicMethods(declaration.base);
  return [...new Set([...declaration.methods, ...inherited])].sort();
}

function readClasses(): Map<string, Declaration> {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = new Map<string, Declaration>();
  for (const file of files.filter((each) => !each.startsWith('testing'))) {
    const source = ts.createSourceFile(file, readFileSync(join(LIB, file), 'utf8'), ts.ScriptTarget.Latest);
    for (const node of source.statements)
      if (ts.isClassDeclaration(node) && node.name) found.set(node.name.text, declarationOf(node));
  }
  return found;
}

function declarationOf(node: ts.ClassDeclaration): Declaration {
  const hidden = (member: ts.MethodDeclaration): boolean =>
    (ts.getModifiers(member) ?? []).some(
      ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
    );
  const methods = node.members.flatMap((member) =>
    ts.isMethodDeclaration(member) && ts.isIdentifier(member.name) && !hidden(member)
      ? [member.name.text]
      : [],
  );
  const extended = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0];
  const base = extended && ts.isIdentifier(extended.expression) ? extended.expression.text : undefined;
  return { methods, base };
}
