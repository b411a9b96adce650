import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from './parseCsv.ts';

const fieldsOf = (text: string, delimiter = ',') => parseCsv(text, delimiter).map(({ fields }) => fields);
const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\r', '\n', ' ', '漢', '𠮷', '０'), maxLength: 6 });
const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe('parseCsv', () => {
  test('reads back what was written with every field in quotes, at the right lines, with any line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r')), {
          minLength: 1,
        }),
        (rows) => {
          const lines = rows.map(([fields]) => fields.map(quote).join(','));
          const text = rows.map(([, end], index) => lines[index] + end).join('');
          let line = 1;
          const expected = rows.map(([fields], index) => {
            const record = { line, fields };
            line += `${lines[index]}\n`.split(/\r\n|\n|\r/).length - 1;
            return record;
          });
          expect(parseCsv(text, ',')).toEqual(expected);
        },
      ),
      { seed: 20260120 },
    );
  });

  test('mixed line ends, an unended last line, a byte order mark, leading zeros and full-width digits stay as they are', () => {
    expect(fieldsOf('\uFEFFa;b\r\n007;１２\n\r;\r\nx; y ', ';')).toEqual([
      ['a', 'b'],
      ['007', '１２'],
      [''],
      ['', ''],
      ['x', ' y '],
    ]);
  });

  test('a quote inside an unquoted field is a character; text after a closing quote and an unclosed quote are faults', () => {
    expect(parseCsv('5"x,"a""b"\n"a"b,c\n1,2\n"x,\ny', ',')).toEqual([
      { line: 1, fields: ['5"x', 'a"b'] },
      { line: 2, fields: ['a', 'c'], fault: 'afterQuote' },
      { line: 3, fields: ['1', '2'] },
      { line: 4, fields: ['x,\ny'], fault: 'unclosedQuote' },
    ]);
  });

  test('blank lines at the end are no records, a quoted empty field is one', () => {
    expect(fieldsOf('a\n\nb\n\n\n')).toEqual([['a'], [''], ['b']]);
    expect(fieldsOf('a\n""\n\n')).toEqual([['a'], ['']]);
    expect(fieldsOf('')).toEqual([]);
    expect(fieldsOf('a\n,\n\n')).toEqual([['a'], ['', '']]);
  });
});
