import type { ListedEntry } from '../app/register/searchRegister.ts';
import type { CreatedData } from '../core/register/entry.ts';
import { catalogWords } from '../messages/catalogWords.ts';
import { registerWords } from '../messages/registerWords.ts';
import type { OrganCard } from './organCard.ts';

/** The names behind the prefixes; nothing is fetched from there. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const inJapanese = (text: string) => ({ '@value': text, '@language': 'ja' });
const link = (address: string) => ({ '@id': address });

/** The media types in which the register can be had, by their format in the address. */
const formats = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * What an organ publishes, in the terms of DCAT as JSON-LD: its register, which can be downloaded, and the data that it has
 * created, which is provided by contract.
 * @param entries those with created data
 * @param origin `https://…` before every address
 */
export function catalogOf(organ: OrganCard, entries: readonly ListedEntry[], origin: string): object {
  const home = `${origin}/organs/${organ.id}`;
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': inJapanese(organ.name), 'foaf:homepage': link(home) };
  return {
    '@context': context,
    '@id': `${origin}/api/v1/organs/${organ.id}/catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': inJapanese(catalogWords.title(organ.name)),
    'dct:publisher': publisher,
    'dct:language': 'ja',
    'foaf:homepage': link(home),
    'dcat:dataset': [
      registerOf(organ, origin, publisher),
      ...entries.flatMap((entry) =>
        entry.createdData.map((data) => createdOf(data, `${home}/register/${entry.id}`, publisher)),
      ),
    ],
  };
}

function registerOf({ id, name }: OrganCard, origin: string, publisher: object): object {
  const address = `${origin}/api/v1/organs/${id}/register`;
  return {
    '@id': address,
    '@type': 'dcat:Dataset',
    'dct:title': inJapanese(catalogWords.register(name)),
    'dct:description': inJapanese(registerWords.lead),
    'dct:publisher': publisher,
    'dcat:landingPage': link(`${origin}/organs/${id}/register`),
    'dcat:distribution': Object.entries(formats).map(([format, mediaType]) => ({
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': link(`${address}?format=${format}`),
      'dcat:mediaType': mediaType,
    })),
  };
}

function createdOf(data: CreatedData, page: string, publisher: object): object {
  const { release, name, persons, items, desk, createdOn, period } = data;
  return {
    '@id': `${page}#${release}`,
    '@type': 'dcat:Dataset',
    'dct:title': inJapanese(name),
    'dct:description': inJapanese(catalogWords.created(persons, period)),
    'dct:issued': { '@value': createdOn, '@type': 'xsd:date' },
    'dct:publisher': publisher,
    'dct:accessRights': inJapanese(catalogWords.byContract),
    'dcat:keyword': items.map(inJapanese),
    'dcat:landingPage': link(page),
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': inJapanese(desk.name),
      'vcard:hasAddress': { '@type': 'vcard:Address', 'vcard:street-address': inJapanese(desk.address) },
    },
  };
}
