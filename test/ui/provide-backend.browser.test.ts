import { expect, fixture, html } from '@open-wc/testing';
import { provideBackend } from '../../src/ui/provide-backend.js';
import { named, type ProbeElement } from '../helpers/probe-element.js';

const setup = async () => {
  const outer = await fixture<HTMLElement>(
    html`<div>
      <section><probe-element></probe-element></section>
    </div>`,
  );
  const inner = outer.querySelector('section')!;
  const probe = outer.querySelector<ProbeElement>('probe-element')!;
  return { outer, inner, probe };
};

describe('provideBackend', () => {
  it('reaches an element that was there before', async () => {
    const { outer, probe } = await setup();
    expect(await probe.shown()).to.equal('none');
    provideBackend(outer, named('late'));
    expect(await probe.shown()).to.equal('late');
  });

  it('reaches an element inside a shadow root', async () => {
    const { outer } = await setup();
    const root = outer.attachShadow({ mode: 'open' });
    provideBackend(outer, named('a'));
    const probe = document.createElement('probe-element');
    root.append(probe);
    expect(await probe.shown()).to.equal('a');
  });

  it('follows a change, and a removal', async () => {
    const { outer, probe } = await setup();
    const provided = provideBackend(outer, named('a'));
    provided.set(named('b'));
    expect(await probe.shown()).to.equal('b');
    provided.set(null);
    expect(await probe.shown()).to.equal('none');
  });

  it('gives way to a nearer one, and to the property', async () => {
    const { outer, inner, probe } = await setup();
    provideBackend(outer, named('outer'));
    provideBackend(inner, named('inner'));
    expect(await probe.shown()).to.equal('inner');
    probe.backend = named('own');
    expect(await probe.shown()).to.equal('own');
    probe.backend = null;
    expect(await probe.shown()).to.equal('inner');
  });

  it('hands its elements to the next one above when it stops', async () => {
    const { outer, inner, probe } = await setup();
    const above = provideBackend(outer, named('outer'));
    provideBackend(inner, named('inner')).stop();
    expect(await probe.shown()).to.equal('outer');
    above.set(named('changed'));
    expect(await probe.shown()).to.equal('changed');
  });

  it('leaves its elements to a later one when it stops', async () => {
    const { outer, inner, probe } = await setup();
    provideBackend(inner, named('gone')).stop();
    expect(await probe.shown()).to.equal('none');
    provideBackend(outer, named('next'));
    expect(await probe.shown()).to.equal('next');
  });

  it('lets go of an element that moves away', async () => {
    const { outer, inner, probe } = await setup();
    const provided = provideBackend(inner, named('a'));
    expect(await probe.shown()).to.equal('a');
    outer.append(probe);
    expect(await probe.shown()).to.equal('none');
    provided.set(named('b'));
    expect(await probe.shown()).to.equal('none');
    inner.append(probe);
    expect(await probe.shown()).to.equal('b');
  });
});
