/** What one step of a run did with the records: `rowsIn` − `leftOut` = `rowsOut`. */
export interface FlowStep {
  readonly step: 'import' | 'treat' | 'search' | 'write';
  readonly rowsIn: number;
  /** Records that the step left out for a reason that the report names: refused, dropped, suppressed. */
  readonly leftOut: number;
  readonly rowsOut: number;
}

/**
 * Each step gives on what it took in, but for what it says it left out, and the next takes in what it gave on.
 * @throws Error, since a run that loses or doubles a record is broken.
 */
export function refuseBrokenFlow(flow: readonly FlowStep[]): void {
  for (const [index, { step, rowsIn, leftOut, rowsOut }] of flow.entries()) {
    const given = flow[index - 1]?.rowsOut ?? rowsIn;
    if (rowsIn !== given || rowsIn - leftOut !== rowsOut)
      throw new Error(
        `records went astray: ${step} was given ${given}, took ${rowsIn}, left out ${leftOut}, gave ${rowsOut}`,
      );
  }
}
