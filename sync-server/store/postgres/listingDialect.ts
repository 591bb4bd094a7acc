import {
  OperatorNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  RawNode,
  type BinaryOperationNode,
  type Dialect,
  type Driver,
} from 'kysely';
import { anyInPostgres, isList, listInPostgres } from '../inList.ts';

/** PostgreSQL as Kysely speaks it, with our lists. */
export const listingDialect = (createDriver: () => Driver): Dialect => ({
  createDriver,
  createQueryCompiler: () => new ListingCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
});

const EQUALS = OperatorNode.create('=');

class ListingCompiler extends PostgresQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    super.visitRaw(listInPostgres(node));
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { rightOperand, operator } = node;
    const looksUp = OperatorNode.is(operator) && operator.operator === 'in';
    if (!looksUp || !RawNode.is(rightOperand) || !isList(rightOperand)) super.visitBinaryOperation(node);
    else super.visitBinaryOperation({ ...node, operator: EQUALS, rightOperand: anyInPostgres(rightOperand) });
  }
}
