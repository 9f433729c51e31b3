import { isSitePage } from '../routes';
import type { Commands } from './frame';
import { addressOf } from './location';
import { dict, text } from './payload';

/** Leaving the page, its title, and reading it again. */
export const navigationCommands: Commands = {
  navigate(data, { host }) {
    const url = new URL(addressOf(data), window.location.href);
    if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) {
      throw new Error(`An app cannot navigate to "${url.protocol}" addresses.`);
    }
    if (text(data, 'type') === 'new-tab') window.open(url.href, '_blank', 'noopener');
    else if (url.origin === window.location.origin && isSitePage(url.pathname)) {
      host.go(url.pathname + url.search + url.hash);
    } else window.location.assign(url.href);
    return true;
  },
  getUrl: (data) => new URL(addressOf(data), window.location.href).href,
  reload() {
    window.location.reload();
  },
  open: () => false,
  changeWindowTitle(data, { host }) {
    host.setTitle(typeof data === 'string' ? data : (text(dict(data), 'title') ?? ''));
  },
  async refresh(_data, { host }) {
    await host.refresh();
    return true;
  },
  async refreshIssueView(_data, { host }) {
    await host.refresh();
    return true;
  },
};
