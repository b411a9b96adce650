import type { ProductionPackage } from './productionPackages.ts';

/** The program itself. */
export interface BundledProgram {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const ofProgram = 'tokumei';

/**
 * The software bill of materials of a bundle: CycloneDX 1.6 as JSON. It has no time and no random number, so that the
 * same packages give the same bytes.
 */
export function billOfMaterials(
  { name, version, licence }: BundledProgram,
  packages: readonly ProductionPackage[],
): string {
  const refs = new Map(packages.map((one) => [one.path, refOf(one)]));
  const direct = packages.filter(({ path }) => path.lastIndexOf('node_modules/') === 0).map(refOf);
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: { type: 'application', 'bom-ref': ofProgram, name, version, licenses: licencesOf(licence) },
      },
      components: packages.map(componentOf),
      dependencies: [
        { ref: ofProgram, dependsOn: direct },
        ...packages.map((one) => ({
          ref: refOf(one),
          dependsOn: one.dependencies.map((path) => refs.get(path)).filter((ref) => ref !== undefined),
        })),
      ],
    },
    null,
    2,
  )}\n`;
}

/** Two copies of one version are two components: their folders tell them apart. */
const refOf = ({ path }: ProductionPackage): string => path;

function componentOf(one: ProductionPackage) {
  const { name, version, licence, integrity } = one;
  const [group, own] = name.startsWith('@') ? name.split('/', 2) : [undefined, name];
  return {
    type: 'library',
    'bom-ref': refOf(one),
    ...(group === undefined ? {} : { group }),
    name: own,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(licence === null ? {} : { licenses: licencesOf(licence) }),
    ...(integrity?.startsWith('sha512-') ? { hashes: [hashOf(integrity)] } : {}),
  };
}

const hashOf = (integrity: string) => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
});

/** One SPDX identifier, several joined in an expression, or what an author calls it. */
function licencesOf(licence: string) {
  if (/^[A-Za-z0-9.+-]+$/.test(licence)) return [{ license: { id: licence } }];
  return / (AND|OR|WITH) /.test(licence)
    ? [{ expression: licence.replace(/^\((.*)\)$/, '$1') }]
    : [{ license: { name: licence } }];
}
