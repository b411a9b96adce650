import { expect, test } from 'vitest';
import { contentKind, neutralName } from './contentKind.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );

test('a file is what its bytes say, whatever its name', () => {
  const files: readonly (readonly [Uint8Array, string])[] = [
    [bytes(), 'empty'],
    [bytes('%PDF-1.7'), 'pdf'],
    [bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'png'],
    [bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    [bytes('PK', [3, 4], '[Content_Types].xml'), 'zip'],
    [bytes('PK', [3, 4], 'word/vbaProject.bin'), 'macro'],
    [bytes('MZ', [0x90, 0]), 'program'],
    [bytes('#!/bin/sh\n'), 'program'],
    [bytes('PAR1', [0, 0]), 'parquet'],
    [bytes('\u{FEFF} {"a":1}'), 'json'],
    [bytes('氏名,住所\r\n'), 'text'],
    [bytes([0x8e, 0x81, 0x96, 0xbc, 0x2c]), 'text'],
    [bytes([0xff, 0xfe, 0x41, 0x00]), 'text'],
    [bytes('a', [0], 'b'), 'unknown'],
    [bytes('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'malware'],
  ];
  expect(files.map(([file]) => contentKind(file))).toEqual(files.map(([, kind]) => kind));
});

test('a name keeps its words and its ending, and nothing that leads elsewhere', () => {
  const names: readonly (readonly [string, string])[] = [
    ['誓約書.pdf', '誓約書.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\書類\\要綱.docx', '要綱.docx'],
    ['\u202Efdp.要綱', 'fdp.要綱'],
    ['a\u0000b\r\n.csv', 'ab.csv'],
    ['...', 'file'],
    ['.htaccess', 'htaccess'],
    [`${'長'.repeat(200)}.pdf`, `${'長'.repeat(116)}.pdf`],
  ];
  expect(names.map(([name]) => neutralName(name))).toEqual(names.map(([, kept]) => kept));
});
