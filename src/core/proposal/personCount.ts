/** How a number of persons was judged. */
export interface CountStep {
  readonly step: 'personsCompared';
  readonly requested: number;
  readonly minimum: number;
  readonly filePersons: number;
  readonly conforming: boolean;
}

export interface PersonCount {
  readonly conforming: boolean;
  readonly derivation: readonly CountStep[];
}

/** CRI-2: at least `minimum` persons, and at most those of the file. */
export function personCount(requested: number, filePersons: number, minimum: number): PersonCount {
  const conforming = minimum <= requested && requested <= filePersons;
  return {
    conforming,
    derivation: [{ step: 'personsCompared', requested, minimum, filePersons, conforming }],
  };
}
