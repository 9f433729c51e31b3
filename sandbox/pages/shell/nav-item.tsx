import { Icon, type IconName } from './icons';
import { Link } from './link';

type ItemProps = {
  /** One step in: it belongs to what stands above. */
  readonly within?: boolean;
  readonly icon: IconName;
  readonly href: string;
  readonly here: boolean;
  readonly children: string;
};

/** A line of the navigation. */
export function Item({ icon, href, here, within = false, children }: ItemProps) {
  return (
    <Link
      href={href}
      className={within ? 'nav-item nav-item-within' : 'nav-item'}
      aria-current={here ? 'page' : undefined}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </Link>
  );
}
