import { rm } from 'node:fs/promises';
import { HANDS_PATH, type Hands } from '../shared/hands.js';
import { openWorld, type World } from './world.js';

export interface DemoServerOptions {
  /** Where the world is kept; what is in it may be deleted. */
  folder: string;
  /** An instant at which the world's clock stands still but for moves; the device's clock when absent. */
  stillAt?: string | undefined;
}

/** What the demo pages have behind them when they run on the server. */
export interface DemoServer {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** Opens its world with the first request, which says where the pages are. */
export function createDemoServer({ folder, stillAt }: DemoServerOptions): DemoServer {
  let world: Promise<World> | null = null;

  const open = (origin: string): Promise<World> => {
    const opening = (world ??= openWorld({ folder, origin, stillAt }));
    opening.catch(() => (world = null));
    return opening;
  };

  /** Whoever asks meanwhile waits for the new world. */
  async function begin(origin: string): Promise<void> {
    const before = open(origin);
    world = before.then(async (old) => {
      await old.close();
      await rm(folder, { recursive: true, force: true });
      return openWorld({ folder, origin, stillAt });
    });
    await world;
  }

  async function handle(name: string, request: Request, origin: string): Promise<Response> {
    const { hands } = await open(origin);
    const all: Hands = { ...hands, reset: () => begin(origin) };
    if (request.method !== 'POST' || !Object.hasOwn(all, name))
      return new Response(null, { status: 404 });
    const given = (await request.json()) as unknown[];
    const hand = all[name as keyof Hands] as (...given: unknown[]) => Promise<unknown>;
    return Response.json((await hand(...given)) ?? null);
  }

  return {
    async fetch(request) {
      const { pathname, origin } = new URL(request.url);
      if (pathname.startsWith(HANDS_PATH))
        return handle(pathname.slice(HANDS_PATH.length), request, origin);
      return (await open(origin)).fetch(request);
    },
    async close() {
      await (await world)?.close();
    },
  };
}
