import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network between servers and their PostgreSQL, which a test cuts and mends. */
export class DatabaseLine {
  private readonly pairs = new Set<[Socket, Socket]>();
  private state: 'up' | 'cut' | 'silent' = 'up';
  private server: Server | null = null;

  private constructor(private readonly target: URL) {}

  static async open(databaseUrl: string): Promise<DatabaseLine> {
    const line = new DatabaseLine(new URL(databaseUrl));
    const server = createServer((near) => line.join(near));
    line.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  /** The database, over this line. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server?.address() as AddressInfo).port);
    return url.href;
  }

  /** Ends every connection, and refuses new ones. */
  cut(): void {
    this.state = 'cut';
    this.drop();
  }

  /** Nothing gets through any more, and nobody is told. */
  silence(): void {
    this.state = 'silent';
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.unpipe(near);
    }
  }

  /** New connections work again; those that were silent are gone. */
  mend(): void {
    this.state = 'up';
    this.drop();
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private join(near: Socket): void {
    near.on('error', () => undefined);
    if (this.state === 'cut') return void near.destroy();
    const far = connect(Number(this.target.port || 5432), this.target.hostname);
    far.on('error', () => undefined);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    near.once('close', end);
    far.once('close', end);
    if (this.state === 'silent') return;
    near.pipe(far);
    far.pipe(near);
  }

  private drop(): void {
    for (const [near] of [...this.pairs]) near.destroy();
  }
}
