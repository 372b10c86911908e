import { policyFile } from '../../../domain/policy/file.js';
import { download } from '../../../ui/download.js';
import type { ProviderHost } from '../controllers/provider.js';
import type { ExportModel } from '../views/export.js';
import type { TrustContext } from './context.js';

/** Name of the file: what is in it stands in it. */
const FILE_NAME = 'policy.json';

/** The policy on its way out: as a file, or to the clipboard. */
export class ExportDesk {
  /** How the last attempt to copy ended. */
  #copied: boolean | null = null;

  readonly #host: ProviderHost;

  constructor(host: ProviderHost) {
    this.#host = host;
  }

  open(): void {
    this.#copied = null;
  }

  model({ host, facts, w }: TrustContext, open: boolean, onClose: () => void): ExportModel {
    const { policy } = host.desk.assessment;
    const published = facts?.published ?? null;
    const exported = policy ?? published?.policy ?? null;
    const text = open && exported ? policyFile(exported) : null;
    return {
      open,
      text,
      version: policy ? null : (published?.version ?? null),
      status: this.#copied === null ? '' : this.#copied ? w.export.copied : w.export.copyFailed,
      onDownload: () => text !== null && download([text], FILE_NAME, 'application/json'),
      onCopy: (content) => void this.#copy(content),
      onClose,
    };
  }

  async #copy(content: HTMLTextAreaElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(content.value);
      this.#copied = true;
    } catch {
      content.focus();
      content.select();
      this.#copied = false;
    }
    this.#host.requestUpdate();
  }
}
