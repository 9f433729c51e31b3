import { type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Caller } from '../core/product';
import { type SitePerson } from '../core/contract';

/** Who looks at the site, and how they like it. */
export type Session = {
  readonly person: SitePerson;
  readonly theme: 'light' | 'dark';
  readonly locale: string;
};

const COOKIES = { as: 'sandbox-as', theme: 'sandbox-theme', locale: 'sandbox-locale' } as const;

/**
 * Sessions without passwords: a cookie says who is looking, `?as=email`, `?theme=dark` and `?locale=de-DE` change
 * it on any page, REST clients say `email:anything` by basic authentication.
 */
export class Sessions {
  /** @param customer an account of the portals by mail address or id. */
  constructor(
    private readonly people: () => readonly SitePerson[],
    private readonly customer: (who: string) => SitePerson | undefined = () => undefined,
  ) {}

  /** Takes over what the address asks for; who has not said who they are becomes the first responder. */
  enter(c: Context): void {
    const { as, theme, locale } = c.req.query();
    const person = this.find(as) ?? this.ofCookie(c) ?? this.first();
    if (person) setCookie(c, COOKIES.as, person.email, { path: '/', sameSite: 'Lax' });
    this.choose(c, { theme, locale });
  }

  /** @returns false when there is no such person. */
  become(c: Context, email: string): boolean {
    const person = this.find(email);
    if (person) setCookie(c, COOKIES.as, person.email, { path: '/', sameSite: 'Lax' });
    return person !== undefined;
  }

  choose(c: Context, { theme, locale }: { theme?: string; locale?: string }): void {
    if (theme) setCookie(c, COOKIES.theme, theme === 'dark' ? 'dark' : 'light', { path: '/' });
    if (locale) setCookie(c, COOKIES.locale, locale, { path: '/' });
  }

  /** The session of a page, undefined for somebody the site does not know. */
  of(c: Context): Session | undefined {
    const person = this.ofCookie(c);
    if (!person) return undefined;
    const theme = getCookie(c, COOKIES.theme) === 'dark' ? 'dark' : 'light';
    return { person, theme, locale: getCookie(c, COOKIES.locale) ?? person.locale };
  }

  /** Who makes this call: by basic authentication, else by the page's session, else nobody. */
  caller(c: Context): Caller {
    const email = basicEmail(c.req.header('Authorization'));
    const person = email === undefined ? this.ofCookie(c) : this.find(email);
    return { accountId: person?.accountId ?? null, viaApp: false };
  }

  /** A person by mail address or account id. */
  find(who: string | undefined): SitePerson | undefined {
    if (!who) return undefined;
    const known = this.people().find(({ email, accountId }) => email === who || accountId === who);
    return known ?? this.customer(who);
  }

  private ofCookie(c: Context): SitePerson | undefined {
    return this.find(getCookie(c, COOKIES.as));
  }

  private first(): SitePerson | undefined {
    return this.people().find(({ roles }) => roles.includes('responder')) ?? this.people()[0];
  }
}

function basicEmail(header: string | undefined): string | undefined {
  if (!header?.startsWith('Basic ')) return undefined;
  const [email] = Buffer.from(header.slice(6), 'base64').toString('utf8').split(':');
  return email;
}
