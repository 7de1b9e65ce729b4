import type { z } from 'zod';
import { bulkCalls } from './bulk.ts';
import { backupCalls } from './backups.ts';
import { captureCalls } from './capture.ts';
import { duplicateCalls } from './duplicates.ts';
import type { ErrorBody } from './errors.ts';
import { exchangeCalls } from './exchange.ts';
import { guideCalls } from './guide.ts';
import { historyCalls } from './history.ts';
import { imageCalls } from './images.ts';
import { importCalls } from './imports.ts';
import { librariesCalls } from './libraries.ts';
import { logCalls } from './logs.ts';
import { resourceCalls } from './resources.ts';
import { searchCalls } from './search.ts';
import { rightsCalls } from './rights.ts';
import { sessionCalls } from './session.ts';
import { templateCalls } from './templates.ts';
import { sharingCalls } from './sharing.ts';
import { topicCalls } from './topics.ts';

/** Every call that crosses the door, by name `<feature>.<verb>`. */
export const contract = {
  ...sessionCalls,
  ...topicCalls,
  ...templateCalls,
  ...bulkCalls,
  ...resourceCalls,
  ...captureCalls,
  ...duplicateCalls,
  ...searchCalls,
  ...imageCalls,
  ...rightsCalls,
  ...historyCalls,
  ...importCalls,
  ...exchangeCalls,
  ...sharingCalls,
  ...backupCalls,
  ...guideCalls,
  ...librariesCalls,
  ...logCalls,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
/** What a caller sends: before defaults are filled in. */
export type InputOf<M extends Method> = z.input<Contract[M]['input']>;
/** What a handler gets: after parsing. */
export type ParsedInputOf<M extends Method> = z.output<Contract[M]['input']>;
export type OutputOf<M extends Method> = z.output<Contract[M]['output']>;

/** The handlers of some calls; the core must have one for each method, or it does not compile. */
export type HandlersFor<M extends Method> = {
  readonly [Name in M]: (input: ParsedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};
export type Handlers = HandlersFor<Method>;

/** What the door answers to a call. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorBody };
