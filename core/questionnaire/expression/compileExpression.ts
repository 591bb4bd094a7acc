import type { Binding } from './binding.ts';
import type { Compiled } from './compiled.ts';
import type { Compiler } from './evaluation/compiler.ts';
import { nodesTerm, boundTerm } from './evaluation/nodesTerm.ts';
import { compileChain } from './evaluation/operators/compileChain.ts';
import { compilePath } from './evaluation/path/compilePath.ts';
import { failingTerm, numberTerm, stringTerm } from './evaluation/scalarTerms.ts';
import type { Term } from './evaluation/term.ts';
import { checkCall } from './functions/checkCall.ts';
import { bindingPerInstance } from './functions/surveyCto.ts';
import type { Reach } from './reach.ts';
import type { Expression, FunctionCall, NameReference } from './syntax/expression.ts';

/**
 * Turns a parsed expression into closures, once. Calls that can never succeed (unknown function, wrong number of arguments) fail
 * only when evaluation reaches them, as in all ODK engines; `checkCalls` finds them beforehand.
 */
export function compileExpression(expression: Expression, binding: Binding = {}): Compiled {
  return new ExpressionCompiler(binding, false, 'nearest').compile(expression);
}

class ExpressionCompiler implements Compiler {
  readonly binding: Binding;
  readonly inPredicate: boolean;
  readonly reach: Reach;

  constructor(binding: Binding, inPredicate: boolean, reach: Reach) {
    this.binding = binding;
    this.inPredicate = inPredicate;
    this.reach = reach;
  }

  compile(expression: Expression): Term {
    return compileTerm(expression, this);
  }

  forPredicate(): Compiler {
    return this.inPredicate ? this : new ExpressionCompiler(this.binding, true, this.reach);
  }

  forEachInstance(): Compiler {
    return new ExpressionCompiler(bindingPerInstance(this.binding), true, 'all');
  }

  reaching(reach: Reach): Compiler {
    return reach === this.reach ? this : new ExpressionCompiler(this.binding, this.inPredicate, reach);
  }
}

function compileTerm(expression: Expression, compiler: Compiler): Term {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression;
      return numberTerm(() => value, value);
    }
    case 'string': {
      const { value } = expression;
      return stringTerm(() => value, value);
    }
    case 'negate': {
      const operand = compiler.compile(expression.operand);
      return numberTerm((context) => -operand.number(context));
    }
    case 'reference':
      return compileReference(expression, compiler);
    case 'chain':
      return compileChain(expression, compiler);
    case 'call':
      return compileCall(expression, compiler);
    case 'path':
      return compilePath(expression, compiler);
  }
}

function compileReference({ name, lastSaved }: NameReference, { binding, reach }: Compiler): Term {
  const accessor = binding.reference?.(name, lastSaved, reach);
  if (accessor !== undefined) return boundTerm(accessor);
  return nodesTerm(({ environment, current }) => environment.reference(name, lastSaved, reach, current));
}

function compileCall(call: FunctionCall, compiler: Compiler): Term {
  const { definition, problem } = checkCall(call.name, call.args.length);
  if (definition === undefined || problem !== undefined) return failingTerm(problem ?? call.name);
  const args = definition.compilesArguments === true ? [] : call.args.map((arg) => compiler.compile(arg));
  return definition.build(args, call, compiler);
}
