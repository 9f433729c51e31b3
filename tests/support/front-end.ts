import ts from 'typescript';
import { filesBelow, type JiraCall, read } from './project';

/** What carries a call of a product's REST API from a page: the bridge, and the two functions around it. */
const DOORS = ['askJira', 'askConfluence', 'requestJira', 'requestConfluence'];
/** Where the bridge is handed on to those two. */
const HOME = 'static/kit/jira/jira.ts';

/**
 * Every call of a product's API, or of one's (`/rest/`, `/wiki/`), that pages make as the person who looks; written as those of the adapters are.
 *
 * @throws {Error} with the name of the file, where the method or the address of a call cannot be read from the code
 */
export function frontEndCalls(api: '' | '/rest/' | '/wiki/' = ''): JiraCall[] {
  return filesBelow('static', /\.tsx?$/)
    .filter((file) => file !== HOME)
    .flatMap((file) => callsIn(file, read(file)))
    .filter(({ path }) => path.startsWith(api));
}

/** The same of one file. */
export function callsIn(file: string, text: string): JiraCall[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const page = new Page(file, source);
  return DOORS.flatMap((door) => page.callsOf(door)).map(({ method, path }) => ({
    method,
    path: (path.split('?')[0] ?? '').replace(/\/$/, ''),
    file,
  }));
}

type Read = { readonly method: string; readonly path: string };

class Page {
  constructor(
    private readonly file: string,
    private readonly source: ts.SourceFile,
  ) {}

  /** What goes through a door: a function of the kit's, or one of this file that is handed an address. */
  callsOf(door: string): Read[] {
    return this.usesOf(door).flatMap((call) => {
      const [address, asked] = call.arguments;
      const method = this.methodOf(call, asked);
      if (address && ts.isIdentifier(address)) {
        const handed = this.handedTo(address);
        if (handed) return this.callsOf(handed).map(({ path }) => ({ method, path }));
      }
      return this.textsOf(call, address).map((path) => ({ method, path }));
    });
  }

  private usesOf(door: string): ts.CallExpression[] {
    return this.nodes(ts.isIdentifier)
      .filter(({ text, parent }) => text === door && !isName(parent))
      .map((name) => {
        const { parent } = name;
        if (ts.isCallExpression(parent) && parent.expression === name) return parent;
        return this.unreadable(name);
      });
  }

  /** The function whose first parameter this is. */
  private handedTo(name: ts.Identifier): string | undefined {
    const around = ts.findAncestor(
      name,
      (node): node is ts.FunctionDeclaration =>
        ts.isFunctionDeclaration(node) && node.parameters[0]?.name.getText() === name.text,
    );
    return around?.name?.text;
  }

  private methodOf(call: ts.CallExpression, asked: ts.Expression | undefined): string {
    if (!asked) return 'GET';
    if (!ts.isObjectLiteralExpression(asked)) return this.unreadable(call);
    if (asked.properties.some(ts.isSpreadAssignment)) return this.unreadable(call);
    const method = asked.properties.find((one) => one.name?.getText() === 'method');
    if (!method) return 'GET';
    if (!ts.isPropertyAssignment(method)) return this.unreadable(call);
    const { initializer } = method;
    return ts.isStringLiteral(initializer) ? initializer.text : this.unreadable(call);
  }

  private textsOf(call: ts.Node, address: ts.Expression | undefined): string[] {
    if (!address) return this.unreadable(call);
    if (ts.isStringLiteralLike(address)) return [address.text];
    if (ts.isConditionalExpression(address))
      return [address.whenTrue, address.whenFalse].flatMap((one) => this.textsOf(call, one));
    if (ts.isIdentifier(address)) return this.textsOf(call, this.constant(address));
    if (ts.isTemplateExpression(address)) return [this.templateOf(address)];
    return this.unreadable(call);
  }

  /** The first part tells which API it is, so it has to be readable; a later one may be anything. */
  private templateOf({ head, templateSpans }: ts.TemplateExpression): string {
    return templateSpans.reduce((path, { expression, literal }) => {
      const known = ts.isIdentifier(expression) ? this.constant(expression) : undefined;
      const isText = known && (ts.isStringLiteralLike(known) || ts.isTemplateExpression(known));
      const text = path === '' && isText ? this.textsOf(expression, known)[0] : '{}';
      return `${path}${text ?? '{}'}${literal.text}`;
    }, head.text);
  }

  /** What a name was given, in the nearest block around it. */
  private constant(name: ts.Identifier): ts.Expression | undefined {
    const given = this.nodes(ts.isVariableDeclaration).filter(
      (one) => one.name.getText() === name.text && isSeenFrom(one, name),
    );
    return given.at(-1)?.initializer;
  }

  private nodes<Node extends ts.Node>(isOne: (node: ts.Node) => node is Node): Node[] {
    const found: Node[] = [];
    const visit = (node: ts.Node): void => {
      if (isOne(node)) found.push(node);
      ts.forEachChild(node, visit);
    };
    visit(this.source);
    return found;
  }

  private unreadable(node: ts.Node): never {
    const { line } = this.source.getLineAndCharacterOfPosition(node.getStart());
    throw new Error(`${this.file}:${line + 1}: which call this is cannot be read from the code`);
  }
}

const isName = (parent: ts.Node): boolean =>
  ts.isImportSpecifier(parent) || ts.isFunctionDeclaration(parent);

function isSeenFrom(given: ts.VariableDeclaration, from: ts.Node): boolean {
  const block = ts.findAncestor(given, (node) => ts.isBlock(node) || ts.isSourceFile(node));
  return ts.findAncestor(from, (node) => node === block) !== undefined;
}
