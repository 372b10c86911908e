import type { Policy, PolicyFileReading } from '../../../domain/index.js';
import { POLICY_FILE_BOUNDS, readPolicyFile } from '../../../domain/policy/file.js';
import { comparePolicies } from '../../../domain/policy/compare.js';
import type { ProviderHost } from '../controllers/provider.js';
import { changeText, type ChangeText } from '../change-words.js';
import type { TrustContext } from './context.js';
import { jsonPlaces, placeIn } from './json-places.js';

const TOO_LARGE: PolicyFileReading = { ok: false, issues: [{ code: 'too-large', path: '' }] };

/** A policy on its way in: its text, and what it says. Nothing of it reaches the draft before all of it is right. */
export class ImportDesk {
  text = '';
  /** null while there is nothing to read. */
  reading: PolicyFileReading | null = null;
  /** A file is held over the place. */
  dragged = false;
  /** The file could not be read. */
  failed = false;

  readonly #host: ProviderHost;
  #latest = 0;

  constructor(host: ProviderHost) {
    this.#host = host;
  }

  get policy(): Policy | null {
    return this.reading?.ok ? this.reading.policy : null;
  }

  clear(): void {
    this.put('');
  }

  put(text: string): void {
    this.#latest++;
    this.#show(text, text.trim() === '' ? null : readPolicyFile(text));
  }

  /** A file that was chosen or dropped. One that is too large is not opened. */
  async take(file: File): Promise<void> {
    const turn = ++this.#latest;
    // A character takes at most three bytes per unit of its length.
    if (file.size > POLICY_FILE_BOUNDS.characters * 3) {
      this.#show('', TOO_LARGE);
      return;
    }
    try {
      const text = await file.text();
      if (turn === this.#latest) this.put(text);
    } catch {
      if (turn !== this.#latest) return;
      this.#show('', null);
      this.failed = true;
    }
  }

  hold(dragged: boolean): void {
    if (dragged === this.dragged) return;
    this.dragged = dragged;
    this.#host.requestUpdate();
  }

  #show(text: string, reading: PolicyFileReading | null): void {
    // What is too large to be a policy is too large to be looked at.
    this.text = text.length > POLICY_FILE_BOUNDS.characters ? '' : text;
    this.reading = reading;
    this.failed = false;
    this.dragged = false;
    this.#host.requestUpdate();
  }
}

/** What a policy would change in the draft; null while one of them says none. */
export function changesFrom(
  { host, t, format }: TrustContext,
  imported: Policy | null,
): ChangeText[] | null {
  const { policy } = host.desk.assessment;
  if (!policy || !imported) return null;
  return comparePolicies(policy, imported).map((change) =>
    changeText(t, change, policy, imported, format),
  );
}

/** Selects in the field of the text what stands at a path of the policy. */
export function showInText(root: ParentNode, text: string, path: string): void {
  const field = root.querySelector<HTMLTextAreaElement>('#import-content');
  if (!field) return;
  const places = jsonPlaces(text);
  const inside = places.has('schema') && path !== 'schema' ? `policy.${path}` : path;
  const place = placeIn(places, places.has(inside) || !places.has(path) ? inside : path);
  if (!place) return;
  field.focus();
  field.setSelectionRange(place.start, place.end);
  const lines = text.split('\n').length;
  const before = text.slice(0, place.start).split('\n').length;
  field.scrollTop = Math.max(0, ((before - 3) * field.scrollHeight) / lines);
}
