import { describe, expect, test } from 'vitest';
import { createStage } from '../../test/browser/stage.ts';

const hrefs = (page: string) => [...page.matchAll(/href="([^"]*\/forms\/[^"]+)"/g)].map((match) => match[1] ?? '');

describe('PUB-8: blank forms', () => {
  test('everyone has those of each organ as Word and PDF, the same bytes each time', async () => {
    const { web } = await createStage({ more: 0 });
    const get = (path: string) => web.fetch(new Request(`http://localhost${path}`));
    for (const organ of ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto']) {
      const files = hrefs(await (await get(`/organs/${organ}/forms`)).text());
      expect(files).toEqual(
        expect.arrayContaining([`/organs/${organ}/forms/proposal.docx`, `/organs/${organ}/forms/pledge.pdf`]),
      );
      for (const file of files.slice(0, 4)) {
        const [one, other] = [await get(file), await get(file)];
        expect([file, one.status, other.status]).toEqual([file, 200, 200]);
        const [content, again] = [Buffer.from(await one.arrayBuffer()), Buffer.from(await other.arrayBuffer())];
        expect(content.subarray(0, 4).toString('latin1')).toBe(file.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004');
        expect(content.equals(again)).toBe(true);
      }
    }
  });

  test('an organ without envelopes of its own has no sheet for them; other names are not found', async () => {
    const { web } = await createStage({ more: 0 });
    const get = async (path: string) => (await web.fetch(new Request(`http://localhost${path}`))).status;
    expect(await get('/organs/kumamoto/forms/envelopeSheet.pdf')).toBe(200);
    expect(await get('/organs/aomori-police/forms/envelopeSheet.pdf')).toBe(404);
    for (const name of ['proposal', 'proposal.exe', 'nothing.pdf', 'toString.pdf'])
      expect([name, await get(`/organs/kumamoto/forms/${name}`)]).toEqual([name, 404]);
  });
});
