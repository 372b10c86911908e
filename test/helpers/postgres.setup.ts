import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests may make databases. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all tests: that of DATABASE_URL, or one of our own that lives as long as they run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return () => Promise.resolve();
  }
  // What these databases hold need not outlive the machine.
  const server = await startPostgres(['fsync=off', 'full_page_writes=off', 'max_connections=200']);
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
