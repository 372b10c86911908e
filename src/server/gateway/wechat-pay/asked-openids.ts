import { readBounded } from '../bounded-body.js';
import type { Payers } from './payers.js';

/** The host's own server, which knows its people's openids. */
export interface AskedOpenids {
  /** Asked with `installationId` and `userId` in its query. */
  url: URL;
  /** Shows who asks, as `Authorization: Bearer`. */
  token: string;
}

const TIMEOUT_MS = 3000;
const LONGEST_ANSWER = 4096;
/** As WeChat makes them, with room to spare. */
const OPENID = /^[\w-]{6,128}$/;

/** Openids as the host's server tells them: `{ "openid": "…" }`, or 404 for who has none. Nothing is kept. */
export function askedOpenids({ url, token }: AskedOpenids): Pick<Payers, 'openid'> {
  return {
    async openid({ installationId, payerId }) {
      const asked = new URL(url);
      asked.searchParams.set('installationId', installationId);
      asked.searchParams.set('userId', payerId);
      const { status, body } = await fetch(asked, {
        headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (status === 404) {
        await body?.cancel();
        return null;
      }
      const text = await readBounded(body, LONGEST_ANSWER);
      if (status !== 200 || text === null) throw new Error(`Openids are not told: ${status}`);
      const { openid } = JSON.parse(text.toString()) as { openid?: unknown };
      if (typeof openid === 'string' && OPENID.test(openid)) return openid;
      throw new Error('What was told is no openid');
    },
  };
}
