import { describe, expect, it } from 'vitest';
import type { BillingBackend, Change } from '../../src/contract/index.js';
import { BackendWatch } from '../../src/ui/backend-watch.js';
import { StandInHost } from '../helpers/call-host.js';
import { createFakeBackend } from '../helpers/fake-backend.js';

class WatchingHost extends StandInHost {
  activeBackend: BillingBackend | null = null;
  installationId = '';

  async become(activeBackend: BillingBackend | null, installationId: string): Promise<void> {
    Object.assign(this, { activeBackend, installationId });
    this.requestUpdate();
    await this.updateComplete;
  }
}

function setup() {
  const host = new WatchingHost();
  const heard: Change[] = [];
  new BackendWatch(host, (change) => heard.push(change));
  host.connect();
  return { host, heard };
}

describe('BackendWatch', () => {
  it('hears of changes from the backend in force, and of no other', async () => {
    const { host, heard } = setup();
    const [first, second] = [createFakeBackend(), createFakeBackend()];
    await host.become(first, 'i1');
    first.tell({ installationId: 'i1' });
    await host.become(second, 'i1');
    first.tell({ installationId: 'old' });
    second.tell({ installationId: 'i1', orderId: 'o1' });
    expect(heard).toEqual([{ installationId: 'i1' }, { installationId: 'i1', orderId: 'o1' }]);
  });

  it('stops with the element, and begins again with it', async () => {
    const { host, heard } = setup();
    const backend = createFakeBackend();
    await host.become(backend, 'i1');
    host.disconnect();
    backend.tell({ installationId: 'i1' });
    expect(heard).toEqual([]);
    host.connect();
    await host.updateComplete;
    backend.tell({ installationId: 'i1' });
    expect(heard).toHaveLength(1);
  });

  it('reports a backend that cannot be watched, and leaves it at that', async () => {
    const { host } = setup();
    const fault = new Error('no stream');
    await host.become(
      createFakeBackend({
        watch: () => {
          throw fault;
        },
      }),
      'i1',
    );
    expect(host.reported).toEqual([fault]);
  });
});
