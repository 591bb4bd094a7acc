import { describe, expect, it } from 'vitest';
import { fileReport } from './fileReport.ts';

const file = (path: string, lines = 1, text = 'x\n') => ({ path, text: text.repeat(lines) });

describe('the file rule', () => {
  it('reports the distribution of what is not a test', () => {
    const sizes = [10, 20, 30, 40, 300];
    const files = [...sizes.map((size) => file(`core/a${size}.ts`, size)), file('core/a.test.ts', 390)];
    expect(fileReport(files)).toEqual({ count: 5, median: 30, p95: 300, largest: 300, faults: [] });
  });

  it('refuses more than 400 lines, in tests too', () => {
    const { faults } = fileReport([
      file('core/a.ts', 401),
      file('core/b.test.ts', 401),
      file('core/c.ts', 400),
    ]);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['core/a.ts', 'core/b.test.ts']);
  });

  it.each(['core/utils/a.ts', 'renderer/helpers.tsx', 'sync-server/types.test.ts', 'cli/lib/x/a.ts'])(
    'refuses the drawer %s',
    (path) => {
      expect(fileReport([file(path)]).faults).toHaveLength(1);
    },
  );

  it('accepts names that only contain such a word', () => {
    expect(fileReport([file('core/questionTypes/typeahead.ts')]).faults).toEqual([]);
  });

  it('wants an owner for what is left to do', () => {
    const bad = file('core/a.ts', 1, '// TO' + 'DO: later\n');
    const good = file('core/b.ts', 1, '// @TO' + 'DO(anna): later\n');
    expect(fileReport([bad, good]).faults).toHaveLength(1);
  });

  it('refuses two spellings of one name', () => {
    expect(fileReport([file('core/failure.ts'), file('core/Failure.ts')]).faults).toHaveLength(1);
  });
});
