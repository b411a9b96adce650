import project from '../../package.json' with { type: 'json' };

/** Version of the engine, as the reports name it. */
export const engineVersion = project.version;
