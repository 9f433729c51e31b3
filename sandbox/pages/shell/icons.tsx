import type { ReactNode } from 'react';

/** Small line drawings, 16 by 16, in the colour of the text around them. They say nothing by themselves. */
const DRAWINGS = {
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  grid: <path d="M3 3h3v3H3zM10 3h3v3h-3zM3 10h3v3H3zM10 10h3v3h-3z" />,
  search: <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3.5 3.5" />,
  plus: <path d="M8 2.5v11M2.5 8h11" />,
  help: <path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.6.3-1 .8-1 1.4M8 12v.5" />,
  settings: (
    <path d="M8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4" />
  ),
  home: <path d="M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7" />,
  list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5" />,
  folder: <path d="M2 4.5v8h12v-7H8l-1.5-2H2z" />,
  page: <path d="M4 1.5h5.5L12.5 4.5v10H4zM9.5 1.5v3h3M6 8h4.5M6 10.5h4.5" />,
  apps: <path d="M5 2.5h6v3h2.5v8h-11v-8H5zM5 5.5h6" />,
  stage: <path d="M2 3h12v8H2zM5 14h6M8 11v3" />,
  chevron: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  up: <path d="M8 13V3.5M4 7.5l4-4 4 4" />,
  down: <path d="M8 3v9.5M4 8.5l4 4 4-4" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  check: <path d="m3 8.5 3.5 3.5L13 5" />,
  edit: <path d="m10.5 2.5 3 3-8 8-3.5.5.5-3.5z" />,
  lock: <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  more: <path d="M3.5 8h.5M8 8h.5M12.5 8h.5" />,
  link: (
    <path d="M6.5 9.5 9.5 6.5M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2" />
  ),
  warning: <path d="M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.8v.2" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.5V6H9.5" />,
  star: <path d="m8 1.8 1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z" />,
  info: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5v.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}

/** The picture of an issue type: a coloured square with its initial, as no pictures are loaded from elsewhere. */
export function TypeIcon({ name }: { readonly name: string }) {
  const hue = TYPE_HUES[name.toLowerCase()] ?? 'blue';
  return (
    <span className={`type-icon type-${hue}`} role="img" aria-label={name} title={name}>
      <span aria-hidden="true">{name.replace(/^\[.*?\]\s*/, '').slice(0, 1)}</span>
    </span>
  );
}

const TYPE_HUES: Readonly<Record<string, string>> = {
  bug: 'red',
  story: 'green',
  epic: 'purple',
  incident: 'red',
};

/** A person's initials on a colour of their own. Decorative: the name stands beside it, or is the button's label. */
export function Avatar({
  name,
  large = false,
}: {
  readonly name: string;
  readonly large?: boolean;
}) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  const colour =
    Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 5;
  return (
    <span
      className={`avatar avatar-${colour}${large ? ' avatar-large' : ''}`}
      data-initials={initials.toUpperCase()}
      aria-hidden="true"
    />
  );
}
