/** `npm run server -- …`: seatkit-server from the sources, without a build before it. */
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle-node.mjs';

await import(pathToFileURL(await bundleForNode('src/server/cli/bin.ts')).href);
