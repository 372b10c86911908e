import { createLocalBackend, type LocalBackend, type Principal, type Role } from 'seatkit/backend';
import type { DemoBackend } from './hands.js';
import { onChange, settings } from './settings.js';
import { seed } from './seed.js';
import { openServerBackend } from './server-backend.js';
import { words } from './words.js';

/** Where a simulated payment is confirmed by hand, as the payer's phone would. */
function payUrl(number: string, returnUrl: string | null): string {
  const url = new URL('pay.html', location.href);
  url.searchParams.set('number', number);
  if (returnUrl !== null) url.searchParams.set('return', returnUrl);
  return url.href;
}

/** The one backend of all demo pages, in the page or on the server. */
export async function openBackend(role: Role): Promise<DemoBackend> {
  if (settings().world === 'server') return openServerBackend(personWith(role));
  const backend = openLocalBackend();
  becomeRole(backend, role);
  await backend.simulation.ready();
  return backend;
}

/** Billing inside the page, kept in IndexedDB, the same in every tab. */
function openLocalBackend(): LocalBackend {
  const backend = createLocalBackend({
    storage: 'indexeddb',
    name: 'seatkit-demo',
    seed,
    gateway: { payUrl },
  });
  const apply = (): void => {
    const { latency, fault } = settings();
    backend.simulation.setLatency(latency);
    backend.simulation.setFaults(fault ? { all: fault } : {});
  };
  onChange(apply);
  apply();
  return backend;
}

/** Puts somebody with this role before the page. */
export function becomeRole(backend: DemoBackend, role: Role): void {
  backend.simulation.setSession(personWith(role));
}

function personWith(role: Role): Principal {
  return {
    role,
    userId: `demo-${role}`,
    userName: words().people[role],
    installations: 'all',
  };
}
