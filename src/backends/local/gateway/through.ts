import type { GatewayControls } from './controls.js';

/** The hands on a gateway that may still have to be opened. */
export function controlsThrough(gateway: () => Promise<GatewayControls>): GatewayControls {
  return {
    pay: async (...given) => (await gateway()).pay(...given),
    fail: async (...given) => (await gateway()).fail(...given),
    advanceTransfer: async (...given) => (await gateway()).advanceTransfer(...given),
    deliver: async (...given) => (await gateway()).deliver(...given),
    failRefunds: async (...given) => (await gateway()).failRefunds(...given),
    leaveTransfers: async (...given) => (await gateway()).leaveTransfers(...given),
    authorize: async (...given) => (await gateway()).authorize(...given),
  };
}
