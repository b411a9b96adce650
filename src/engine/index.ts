/**
 * The anonymization engine (匿名加工) as a library: what the command line and the web system use, with the same answers.
 * Nothing in it needs the network.
 */

export type { Area, AreaTable } from '../japan/areaTable.ts';
export { type AnonymizeOptions, type AnonymizeStep, anonymize } from './anonymize.ts';
export { type CheckedHierarchy, type CheckHierarchyOptions, checkHierarchy } from './checkHierarchy.ts';
export { columnValues, type ValueCount } from './columnValues.ts';
export type { DatabaseTable, ReadDatabase } from './import/databaseTable.ts';
export { sheetNames } from './import/sheetNames.ts';
export { InputError } from './inputError.ts';
export type { SearchProgress } from './lattice/search.ts';
export { makeFolder } from './makeFolder.ts';
export { type MadeHierarchy, type MakeHierarchyOptions, makeHierarchy } from './makeHierarchy.ts';
export type { Outcome, Refusal } from './outcome.ts';
export { type Preview, type PreviewOptions, preview } from './preview.ts';
export type { ProfiledColumn } from './profile/classifyColumn.ts';
export { type ProfiledFile, type ProfileOptions, profile, sourceFormat } from './profile/profileFile.ts';
export { readRecipe } from './recipe/readRecipe.ts';
export type { Recipe, RecipeColumn, Role, StandardItem, Treatment } from './recipe/recipe.ts';
export { exceededMemory } from './report/exceededMemory.ts';
export type { CheckReport, PublicReport, Report, VerificationReport } from './report/reportTypes.ts';
export { removeUnfinished } from './unfinished.ts';
export { type VerifyOptions, verify } from './verifyFolder.ts';
