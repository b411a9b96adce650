/** Version of the engine, as the reports name it: that of the package. */
export const engineVersion = '0.1.0';
