import { type Read, readFields } from '../fields/commandFields.ts';
import { type ScenarioFile, scenarioFile } from '../fields/scenario.ts';

/** Reads the text of a scenario file; an unknown key is an error that names it. */
export function readScenario(text: string): Read<ScenarioFile> {
  try {
    return readFields(scenarioFile, JSON.parse(text)) as Read<ScenarioFile>;
  } catch (error) {
    return { errors: [{ field: '', message: `JSON として読めません (${(error as Error).message})。` }] };
  }
}
