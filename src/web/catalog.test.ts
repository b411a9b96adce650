import { expect, test } from 'vitest';
import { playGuide } from '../../test/support/playGuide.ts';
import { createTestWeb } from '../../test/support/webOf.ts';

type Node = Readonly<Record<string, unknown>>;

/** Every term and type of a document, down to its last node. */
function termsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(termsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node as Node).flatMap(([name, value]) => [
    ...(name.startsWith('@') ? (name === '@type' ? [String(value)] : []) : [name]),
    ...termsIn(value),
  ]);
}

test('PUB-4, PUB-5: the catalogue names what the register offers and all created data, in terms that its context explains', async () => {
  const { parts, send } = createTestWeb();
  await playGuide('aomori-police-whole.json', { ...parts, identity: null });
  const base = '/api/v1/organs/aomori-police';
  const answer = await send(`${base}/catalog`, '');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json; charset=utf-8']);
  const { '@context': context, ...catalog } = (await answer.json()) as Node;
  const terms = termsIn(catalog);
  expect(terms.length).toBeGreaterThan(30);
  const unknown = terms.filter((term) => !Object.hasOwn(context as Node, term.split(':')[0] ?? ''));
  expect(unknown).toEqual([]);

  const [register = {}, ...created] = catalog['dcat:dataset'] as readonly Node[];
  for (const one of register['dcat:distribution'] as readonly Node[]) {
    const { '@id': address } = one['dcat:downloadURL'] as { '@id': string };
    const file = await send(address.replace('http://localhost', ''), '');
    expect([file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([200, one['dcat:mediaType']]);
  }
  const { entries } = (await (await send(`${base}/register`, '')).json()) as {
    entries: readonly {
      id: string;
      createdData: readonly { name: string; items: readonly string[]; createdOn: string }[];
    }[];
  };
  const told = entries.flatMap(({ id, createdData }) =>
    createdData.map(({ name, items, createdOn }) => [`/organs/aomori-police/register/${id}`, name, items, createdOn]),
  );
  expect(told.length).toBeGreaterThan(0);
  const textIn = (value: unknown) => (value as { '@value': string })['@value'];
  const listed = created.map((data) => [
    (data['dcat:landingPage'] as { '@id': string })['@id'].replace('http://localhost', ''),
    textIn(data['dct:title']),
    (data['dcat:keyword'] as readonly unknown[]).map(textIn),
    textIn(data['dct:issued']),
  ]);
  expect(listed).toEqual(told);
});

test('an organ without created data has a catalogue of its register alone; no organ has none', async () => {
  const { send } = createTestWeb();
  const catalog = (await (await send('/api/v1/organs/kumamoto/catalog', '')).json()) as Node;
  expect(catalog['dcat:dataset']).toHaveLength(1);
  expect((await send('/api/v1/organs/nowhere/catalog', '')).status).toBe(404);
});
