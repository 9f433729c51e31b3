import { useText } from '../text/text';
import { AccountMenu } from './account-menu';
import { Link } from './link';
import { useSession } from './session';

/** The bar above the help center: customers find nothing of Jira in it. */
export function PortalBar() {
  const text = useText();
  const { person } = useSession();
  return (
    <header className="top-bar">
      <div className="top-start">
        <Link href="/servicedesk/customer/portals" className="product">
          <span className="product-mark" aria-hidden="true" />
          <span className="product-name">{text('portal.help')}</span>
        </Link>
      </div>
      <div className="top-end">
        {!person.isCustomer && (
          <Link href="/jira/your-work" className="button button-subtle">
            {text('product')}
          </Link>
        )}
        <AccountMenu />
      </div>
    </header>
  );
}
