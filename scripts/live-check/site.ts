import { setTimeout as pause } from 'node:timers/promises';

/** One call that was made and what the site answered. Nothing of who made it is kept. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer: unknown;
};

export type Answer = { readonly status: number; readonly json: unknown };

type Options = { readonly body?: unknown; readonly text?: string; readonly type?: string };

/** A site's REST API as a person with an API token. */
export class LiveSite {
  /** What was asked since somebody last took it. */
  private asked: Exchange[] = [];

  constructor(
    readonly url: string,
    private readonly email: string,
    private readonly token: string,
  ) {}

  /** One call; a 429 is waited for as long as the site asks, three times. Never throws for what the site says. */
  async call(method: string, path: string, options: Options = {}): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const response = await this.send(method, path, options);
      const wait = Number(response.headers.get('Retry-After') ?? 5);
      if (response.status === 429 && tries < 3) {
        await pause(Math.min(wait, 60) * 1000);
        continue;
      }
      const json = parsed(await response.text());
      const { status } = response;
      const body = options.body === undefined ? {} : { body: options.body };
      this.asked.push({ method, path, ...body, status, answer: shortened(json) });
      return { status, json };
    }
  }

  /** What was asked since the last time. */
  take(): readonly Exchange[] {
    const taken = this.asked;
    this.asked = [];
    return taken;
  }

  private send(method: string, path: string, { body, text, type }: Options): Promise<Response> {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const login = Buffer.from(`${this.email}:${this.token}`).toString('base64');
    return fetch(new URL(path, this.url), {
      method,
      headers: {
        Authorization: `Basic ${login}`,
        Accept: 'application/json',
        'Content-Type': type ?? 'application/json',
      },
      ...(sent === undefined ? {} : { body: sent }),
      signal: AbortSignal.timeout(30_000),
    });
  }
}

/** What is no JSON is kept as text. */
function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.slice(0, 300); // a page in the place of JSON says enough by how it begins
  }
}

/** Long answers say no more than their beginning. Addresses of people and sites are left out. */
function shortened(json: unknown): unknown {
  const text = JSON.stringify(json, (name, value: unknown) =>
    ['self', 'avatarUrls', 'emailAddress', 'accountId', 'displayName'].includes(name)
      ? undefined
      : value,
  );
  return text.length <= 2000 ? parsed(text) : text.slice(0, 2000);
}
