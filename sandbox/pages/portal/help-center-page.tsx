import type { HelpCenter } from '../routes';
import { PortalPage } from './portal-page';
import { PortalsPage } from './portals-page';
import { RaisePage } from './raise-page';
import { RequestPage } from './request-page';

/** The pages that customers see: portals, the request types of one, a form, a request. */
export function HelpCenterPage({ portal, create, request }: HelpCenter) {
  if (portal === undefined) return <PortalsPage />;
  if (create !== undefined) return <RaisePage key={create} portal={portal} type={create} />;
  if (request !== undefined) return <RequestPage key={request} portal={portal} request={request} />;
  return <PortalPage key={portal} id={portal} />;
}
