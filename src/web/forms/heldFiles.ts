import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CommandName } from '../../app/aggregates.ts';
import { type ContentKind, contentKind, type FileObstacle, neutralName } from '../../app/files/contentKind.ts';
import type { StoredFile } from '../../app/ports/fileStore.ts';
import { fileMistakes } from '../../messages/fileMistakes.ts';
import type { SentForm } from '../readForm.ts';
import type { Mistakes } from './readWritten.ts';
import { under, type Written } from './written.ts';

/** Ties a file that was sent to the person who sent it, until the form is done; a new start of the program ends it. */
const secret = randomBytes(32);

const sealOf = (person: string, digest: string): string =>
  createHmac('sha256', secret).update(`${person}\n${digest}`).digest('base64url');

const documents: readonly ContentKind[] = ['pdf', 'png', 'jpeg', 'tiff', 'zip', 'text'];
const accepted: Partial<Record<CommandName, readonly ContentKind[]>> = {
  handInSource: ['text', 'zip', 'parquet'],
  registerFile: ['zip', 'text'],
  setRecipe: ['json'],
};

/** The kinds of files that a command takes. */
export const acceptedKinds = (command: CommandName): readonly ContentKind[] => accepted[command] ?? documents;

const isObstacle = (kind: ContentKind | FileObstacle): kind is FileObstacle =>
  ['empty', 'program', 'macro', 'malware', 'unknown'].includes(kind);

/** What a form says with the files that came with it, and what is wrong with them. */
export interface Held {
  readonly written: Written;
  readonly mistakes: Mistakes;
}

/**
 * Stores the files that came with a form, where the case keeps its files, and puts them into its fields. A file that a
 * field names must have been sent by the same person: another digest is let go.
 */
export async function holdFiles(
  store: (content: Uint8Array) => Promise<StoredFile>,
  command: CommandName,
  person: string,
  { written: form, files }: { readonly written: Written; readonly files: SentForm['files'] },
): Promise<Held> {
  const written = new URLSearchParams(form);
  const mistakes = new Map<string, string>();
  for (const path of heldPaths(form))
    if (!isHeld(form, path, person)) {
      for (const part of parts) written.delete(under(path, part));
      mistakes.set(path, fileMistakes.gone);
    }
  for (const [path, { name, content }] of files) {
    const kind = contentKind(content);
    if (isObstacle(kind)) mistakes.set(path, fileMistakes[kind](neutralName(name)));
    else if (!acceptedKinds(command).includes(kind)) mistakes.set(path, fileMistakes.otherKind(neutralName(name)));
    else {
      const { digest, bytes } = await store(content);
      keep(written, path, { name: neutralName(name), digest, bytes: String(bytes), held: sealOf(person, digest) });
      mistakes.delete(path);
    }
  }
  return { written, mistakes };
}

const parts = ['name', 'digest', 'bytes', 'held'] as const;

function keep(written: Written, path: string, file: Readonly<Record<(typeof parts)[number], string>>): void {
  for (const part of parts) written.set(under(path, part), file[part]);
}

const heldPaths = (written: Written): readonly string[] =>
  [...written.keys()].filter((name) => name.endsWith('.digest')).map((name) => name.slice(0, -'.digest'.length));

function isHeld(written: Written, path: string, person: string): boolean {
  const [given, own] = [
    Buffer.from(written.get(under(path, 'held')) ?? ''),
    Buffer.from(sealOf(person, written.get(under(path, 'digest')) ?? '')),
  ];
  return given.length === own.length && timingSafeEqual(given, own);
}
