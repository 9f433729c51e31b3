import { type Clock } from '../../core/clock';
import { type Page, type Space, type Visitor } from './types';

/** What a Confluence site keeps. Its people are those of the Atlassian site. */
export class Site {
  readonly spaces = new Map<string, Space>();
  readonly pages = new Map<string, Page>();
  /** Ids are large numbers, as on a real site. */
  private lastId = 98_304;

  constructor(
    private readonly clock: Clock,
    /** Without `/wiki`. */
    readonly baseUrl: () => string,
    readonly visitor: (accountId: string) => Visitor | undefined,
  ) {}

  nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}
