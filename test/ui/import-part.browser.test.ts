import { expect } from '@open-wc/testing';
import { importPart } from '../../src/ui/import-part.js';

const there = new URL('../../src/ui/numbers.ts', import.meta.url).href;
const nowhere = new URL('./nowhere.js', import.meta.url).href;

/** What a browser says that remembers a failure, though the module could be had by now. */
const remembered = (address: string) => () =>
  Promise.reject<Record<string, unknown>>(
    new TypeError(`Failed to fetch dynamically imported module: ${address}`),
  );

describe('importPart', () => {
  it('gives what was loaded', async () => {
    expect(await importPart(() => Promise.resolve({ part: 1 }))).to.deep.equal({ part: 1 });
  });

  it('asks anew for a module that the browser will not ask for again', async () => {
    const part = await importPart(remembered(there));
    expect(Object.keys(part)).to.deep.equal(Object.keys(await import('../../src/ui/numbers.js')));
  });

  it('fails as the browser does when it still cannot be had', async () => {
    const failed = await importPart(remembered(nowhere)).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TypeError);
  });

  it('fails with what was said when that names no address', async () => {
    const said = new TypeError('Importing a module script failed.');
    const failed = await importPart(() => Promise.reject(said)).catch((error: unknown) => error);
    expect(failed).to.equal(said);
  });
});
