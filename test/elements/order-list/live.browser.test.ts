import { expect } from '@open-wc/testing';
import { orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { createWorld, eventful, INSTALLATION } from './world.js';
import { openList, readyList, textOf } from './page.js';

const page = { ...orderPage, nextCursor: null };

describe('a list that is watched', () => {
  it('hears of changes to any installation where none is named', async () => {
    const world = createWorld({ chapter: eventful, session: 'operator' });
    const list = await openList(world, { attributes: { 'installation-id': '' } });
    await list.until(() => list.rows.length === 7);
    const [pending] = list.ids;
    await world.simulation.as('administrator').cancelOrder(pending!);
    await list.until(() => textOf(list.row(pending!)).includes('已取消'));
  });

  it('asks the backend for all of them, or for the one named', async () => {
    const asked: (string | null)[] = [];
    const backend = createFakeBackend({
      orders: () => Promise.resolve(page),
      watch: (id) => {
        asked.push(id);
        return () => undefined;
      },
    });
    const list = await readyList(backend);
    list.list.installationId = '';
    await list.list.updateComplete;
    expect(asked).to.deep.equal([INSTALLATION, null]);
  });

  it('says where it cannot be watched, and tries again', async () => {
    let watchable = false;
    const backend = createFakeBackend({
      orders: () => Promise.resolve(page),
      watch: () => {
        if (!watchable) throw new Error('no stream');
        return () => undefined;
      },
    });
    const list = await readyList(backend);
    await list.until('暂时收不到实时更新');
    expect(list.rows).to.have.length(1);
    expect(list.eventNames).to.contain('billing-error');
    await expect(list.list).to.be.accessible();
    watchable = true;
    await list.click('重试', list.get('.unwatched'));
    await list.until(() => !list.text.includes('暂时收不到实时更新'));
    expect(list.rows).to.have.length(1);
  });

  it('asks every minute while it is seen, since a backend may not be able to tell', async () => {
    const real = window.setInterval;
    const ticks: { run: () => void; ms: number | undefined }[] = [];
    window.setInterval = ((run: () => void, ms?: number) => {
      ticks.push({ run, ms });
      return 0;
    }) as typeof setInterval;
    let asked = 0;
    try {
      const list = await readyList(
        createFakeBackend({
          orders: () => {
            asked += 1;
            return Promise.resolve(page);
          },
        }),
      );
      const before = asked;
      ticks.filter(({ ms }) => ms === 60_000).forEach(({ run }) => run());
      await list.until(() => asked > before);
    } finally {
      window.setInterval = real;
    }
  });
});
