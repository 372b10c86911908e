import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './browsers.mjs';

/** Starts the Chromium of this machine, or the one from npm; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}
