import { useState } from 'react';
import { useText } from '../text/text';
import { AccountMenu } from './account-menu';
import { Icon } from './icons';
import { Link } from './link';
import { go } from './navigate';
import { searchAddress } from '../routes';

type Props = {
  readonly onToggle: () => void;
  readonly onCreate: () => void;
  readonly navOpen: boolean;
};

export function TopBar({ onToggle, onCreate, navOpen }: Props) {
  const text = useText();
  return (
    <header className="top-bar">
      <div className="top-start">
        <button
          type="button"
          className="icon-button"
          aria-label={text('nav.toggle')}
          aria-expanded={navOpen}
          aria-controls="site-nav"
          onClick={onToggle}
        >
          <Icon name="menu" />
        </button>
        <Link href="/" className="icon-button top-switch" aria-label={text('nav.switcher')}>
          <Icon name="grid" />
        </Link>
        <Link href="/jira/your-work" className="product">
          <span className="product-mark" aria-hidden="true" />
          <span className="product-name">{text('product')}</span>
        </Link>
      </div>
      <div className="top-middle">
        <SearchBox />
        <button type="button" className="button button-primary create-button" onClick={onCreate}>
          <Icon name="plus" />
          <span>{text('create')}</span>
        </button>
      </div>
      <div className="top-end">
        <Link href="/jira/your-work" className="icon-button top-help" aria-label={text('help')}>
          <Icon name="help" />
        </Link>
        <Link href="/jira/settings/apps" className="icon-button" aria-label={text('settings')}>
          <Icon name="settings" />
        </Link>
        <AccountMenu />
      </div>
    </header>
  );
}

/** An issue key goes to the issue, anything else is searched for. */
function SearchBox() {
  const text = useText();
  const [value, setValue] = useState('');
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        const words = value.trim();
        if (words === '') return;
        const key = /^[A-Za-z][A-Za-z0-9_]+-\d+$/.test(words);
        go(
          key
            ? `/browse/${words.toUpperCase()}`
            : searchAddress(`text ~ ${JSON.stringify(words)} ORDER BY created DESC`),
        );
        setValue('');
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        value={value}
        aria-label={text('search.label')}
        placeholder={text('search.placeholder')}
        onChange={(event) => {
          setValue(event.target.value);
        }}
      />
    </form>
  );
}
