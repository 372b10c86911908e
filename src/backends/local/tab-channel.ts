import { unref } from './wake.js';

/** A line between the tabs of one browser (or the workers of one process). What a tab posts, the others hear. */
export interface TabChannel<Message> {
  post(message: Message): void;
  close(): void;
}

/** Where the platform has no BroadcastChannel, or refuses one, a tab is alone: posts are heard by nobody. */
export function openTabChannel<Message>(
  name: string,
  onMessage: (message: Message) => void,
): TabChannel<Message> {
  const channel = open(name);
  if (channel === null) return { post: () => undefined, close: () => undefined };
  channel.onmessage = ({ data }: MessageEvent) => onMessage(data as Message);
  unref(channel);
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

function open(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
