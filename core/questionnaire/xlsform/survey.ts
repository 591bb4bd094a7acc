import type { Element } from '../definition/index.ts';
import { advise } from './advice.ts';
import type { Block } from './block.ts';
import { openBlock } from './blocks.ts';
import { yesOrNo } from './cellText.ts';
import { checkShown } from './checkShown.ts';
import { withoutGroup } from './flat.ts';
import { foreignType } from './foreignTypes.ts';
import type { KoboCell } from './kobo.ts';
import { openKobo, readKoboType } from './kobo.ts';
import type { Asked } from './asked.ts';
import { readQuestion } from './question.ts';
import { brokenReference } from './references.ts';
import { readSelect, TableList } from './selects.ts';
import type { SurveyForm } from './surveyForm.ts';
import { RowReader } from './surveyForm.ts';
import type { Control, TypeCell } from './typeCell.ts';
import { readTypeCell } from './typeCell.ts';
import { isSettingRow } from './surveySettings.ts';

/** Reads the rows of the survey sheet, one after the other. */
export class SurveyReader {
  private readonly blocks: Block[] = [];
  private readonly top: Element[] = [];
  private table: TableList | undefined;
  private hasAudit = false;

  constructor(private readonly form: SurveyForm) {}

  read(): readonly Element[] {
    for (const row of this.form.table.rows) this.readRow(new RowReader(this.form, row));
    for (const block of this.blocks.toReversed()) {
      const message = `The ${block.control} "${block.name}" is never ended; add a row "end_${block.control}".`;
      block.reader.error('type', message);
      this.close(block);
    }
    return this.top;
  }

  private get elements(): Element[] {
    return this.blocks.at(-1)?.elements ?? this.top;
  }

  private close(block: Block): void {
    this.blocks.pop();
    this.table = undefined;
    const made = block.finish();
    this.elements.push(
      ...(this.isFlat ? made.flatMap((element) => withoutGroup(element, this.form.origins)) : made),
    );
  }

  /** The legacy setting "flat": groups arrange questions on the screen and are no part of the data. */
  private get isFlat(): boolean {
    return yesOrNo(this.form.settings.settings?.extra?.['flat'] ?? 'no') === true;
  }

  private isDisabled(reader: RowReader): boolean {
    const text = reader.get('disabled');
    if (text === undefined) return false;
    reader.warn(
      'disabled',
      'The column "disabled" is no part of XLSForm: rows with "yes" are passed over. Better use "relevant".',
    );
    return yesOrNo(text) === true;
  }

  /** The type, unless there is nothing to read in the row. */
  private typeOf(reader: RowReader): string | undefined {
    const type = reader.get('type');
    if (type !== undefined) return type;
    if (reader.row.cells.size === 0) return undefined;
    const isQuestion =
      reader.get('name') !== undefined ||
      Array.from(reader.row.cells.keys()).some((key) => /^label(?:::|$)/.test(key));
    if (isQuestion) reader.error('type', 'This row has no type; write one, e.g. text, or clear the row.');
    else reader.warn(undefined, 'This row has neither type nor name nor label, so it is passed over.');
    return undefined;
  }

  private readRow(reader: RowReader): void {
    if (this.isDisabled(reader)) return;
    const written = this.typeOf(reader);
    if (written === undefined || isSettingRow(written)) return;
    this.checkReferences(reader);
    const kobo = readKoboType(written);
    if (kobo !== undefined) {
      this.readKobo(reader, kobo);
      return;
    }
    const foreign = foreignType(written, this.hasAudit);
    const cell = foreign?.cell ?? readTypeCell(written);
    if (foreign !== undefined) reader.unsupported('type', foreign.message);
    if (cell.kind === 'end') {
      this.end(reader, cell.control);
      return;
    }
    const name = this.nameOf(reader, cell);
    if (cell.kind === 'begin') {
      const block = openBlock({ reader, name, control: cell.control, list: cell.list });
      this.blocks.push(block);
      if (block.isTable) this.table = new TableList();
      return;
    }
    this.ask(reader, this.askedFor(reader, cell, name), cell.kind === 'select');
  }

  private readKobo(reader: RowReader, cell: KoboCell): void {
    if (cell.edge === 'end') {
      this.end(reader, 'group');
      return;
    }
    const name = this.nameOf(reader, undefined);
    if (cell.edge === 'begin') {
      this.blocks.push(openKobo(reader, name, cell.kind));
      return;
    }
    const rows = this.blocks.at(-1)?.rows;
    if (rows?.kind !== cell.kind) {
      reader.error(
        'type',
        `This row belongs into a ${cell.kind}; begin one above with "begin_${cell.kind}".`,
      );
      return;
    }
    const asked: Asked = { type: 'select_one', name, choices: rows.list, written: 'select_one' };
    const question = readQuestion(reader, asked);
    checkShown(reader, question);
    this.elements.push(reader.keep(rows.make(question)));
  }

  private ask(reader: RowReader, asked: Asked, isSelect: boolean): void {
    const question = readQuestion(reader, asked);
    checkShown(reader, question);
    advise(reader, question);
    if (question.type === 'audit') this.hasAudit = true;
    if (
      /^(?:csv|xml)-external$/.test(question.type) &&
      this.blocks.some((block) => block.control === 'repeat')
    )
      reader.error('type', 'An attached list cannot stand in a repeat; move the row out of it.');
    const inTable = isSelect && this.table !== undefined;
    this.elements.push(
      ...(inTable && this.table !== undefined ? this.table.add(reader, question) : [question]),
    );
  }

  private askedFor(
    reader: RowReader,
    cell: Exclude<TypeCell, { kind: 'begin' | 'end' }>,
    name: string,
  ): Asked {
    switch (cell.kind) {
      case 'select':
        return readSelect(reader, name, cell);
      case 'osm':
        return {
          type: 'osm',
          name,
          written: 'osm',
          ...(cell.list === undefined ? {} : { choices: cell.list }),
        };
      case 'plain':
        return { type: cell.named.type, name, written: reader.get('type') ?? '', brings: cell.named.brings };
      case 'unknown':
        // Stands in for the question, so that others can refer to it.
        reader.error('type', cell.message);
        return { type: 'hidden', name, written: 'hidden' };
    }
  }

  private nameOf(reader: RowReader, cell: TypeCell | undefined): string {
    const name = reader.get('name');
    const isAudit = cell?.kind === 'plain' && cell.named.type === 'audit';
    if (isAudit && name !== undefined && name !== 'audit' && reader.get('type') === 'audit')
      reader.error('name', 'An audit is always called "audit"; leave its name empty.');
    if (isAudit) return 'audit';
    if (name !== undefined) return name;
    if (cell?.kind === 'plain' && cell.named.type === 'note')
      return `generated_note_name_${reader.row.number}`;
    reader.error('name', 'This row has no name; give it one of its own, without spaces.');
    return `row_${reader.row.number}`;
  }

  private end(reader: RowReader, control: Control): void {
    if (reader.get('bind::entities:saveto') !== undefined)
      reader.error(
        'bind::entities:saveto',
        'The end of a group cannot be saved to an entity; save questions.',
      );
    const block = this.blocks.at(-1);
    if (block?.control === control) {
      this.close(block);
      return;
    }
    if (block === undefined) {
      reader.error(
        'type',
        `There is no ${control} to end here; take the row away, or begin the ${control} above.`,
      );
      return;
    }
    const message = `This ends a ${control}, but the ${block.control} "${block.name}" of row ${block.reader.row.number} comes first; write "end_${block.control}" before it.`;
    reader.error('type', message);
    // Most likely one of the two words is wrong, or an end is missing: go on with what agrees best with the rows below.
    if (!this.blocks.some((open) => open.control === control)) this.close(block);
    else
      for (let open = this.blocks.at(-1); open !== undefined; open = this.blocks.at(-1)) {
        this.close(open);
        if (open.control === control) break;
      }
  }

  private checkReferences(reader: RowReader): void {
    for (const column of reader.row.filled) {
      if (column.key === 'type' || column.key === 'name') continue;
      const broken = brokenReference(reader.get(column.key) ?? '');
      if (broken === undefined) continue;
      reader.error(column.key, `"${broken}" should be a name between \${ and }, e.g. \${age}.`);
    }
  }
}
