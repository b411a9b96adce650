import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('settings that are not given, or empty, have their defaults', () => {
  const defaults = { host: '127.0.0.1', port: 3000, dataFolder: './data', databaseUrl: null, publicOrigin: null };
  expect(readConfig({})).toEqual(defaults);
  expect(readConfig({ HOST: '', PORT: '', DATA_DIR: '', DATABASE_URL: '', PUBLIC_ORIGIN: '' })).toEqual(defaults);
});

test('settings that are given are taken', () => {
  const databaseUrl = 'postgresql://tokumei:secret@db.example:5433/tokumei';
  const publicOrigin = 'https://tokumei.example.jp';
  const given = {
    HOST: '::',
    PORT: '0',
    DATA_DIR: '/srv/匿名',
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: publicOrigin,
  };
  expect(readConfig(given)).toEqual({
    host: '::',
    port: 0,
    dataFolder: '/srv/匿名',
    databaseUrl,
    publicOrigin,
  });
});

test('every mistake is named at once, and no password is repeated', () => {
  const wrong = { HOST: 'two words', PORT: '65536', DATA_DIR: 'a\0b', DATABASE_URL: 'mysql://a:secret@h/db' };
  const said = () => readConfig(wrong);
  for (const name of ['HOST「two words」', 'PORT「65536」', 'DATA_DIR', 'DATABASE_URL:']) expect(said).toThrow(name);
  expect(said).not.toThrow('secret');
  for (const PORT of ['-1', '3000x', '１２', '1e3']) expect(() => readConfig({ PORT })).toThrow(`PORT「${PORT}」`);
  expect(() => readConfig({ DATABASE_URL: 'postgresql://host' })).toThrow('DATABASE_URL');
  for (const PUBLIC_ORIGIN of ['https://a.example/', 'tokumei.example.jp', 'ftp://a.example'])
    expect(() => readConfig({ PUBLIC_ORIGIN })).toThrow(`PUBLIC_ORIGIN「${PUBLIC_ORIGIN}」`);
});
