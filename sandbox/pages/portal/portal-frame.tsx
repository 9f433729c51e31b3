import { useCallback, useEffect, type ReactNode } from 'react';
import type { Place } from '../../core/contract';
import { AppFrame } from '../bridge/app-frame';
import { useHost } from '../shell/host';
import { Link } from '../shell/link';
import { useAnswer } from '../shell/use-answer';
import { readModules } from '../site/sandbox';
import { useText } from '../text/text';

/** What an app's module is told of the page: which kind, and where. */
type Kind = 'help_center' | 'portal' | 'create_request' | 'view_request';

type Props = {
  readonly kind: Kind;
  readonly title: string;
  readonly portal?: string;
  readonly requestType?: string;
  readonly children: ReactNode;
};

/** A page of the help center: the apps' headers, the title, the apps' subheaders, what it is about, their footers. */
export function PortalFrame({ kind, title, portal, requestType, children }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  useEffect(() => {
    setTitle(`${title} - ${text('portal.help')}`);
  }, [title, text, setTitle]);
  const at = { kind, portal, requestType };
  return (
    <div className="portal">
      <PortalModules type="portalHeader" {...at} />
      <p className="breadcrumb">
        <Link href="/servicedesk/customer/portals">{text('portal.help')}</Link>
      </p>
      <h1>{title}</h1>
      <PortalModules type="portalSubheader" {...at} />
      {children}
      <PortalModules type="portalFooter" {...at} />
    </div>
  );
}

type ModulesProps = {
  readonly type: string;
  readonly kind: Kind;
  readonly portal: string | undefined;
  readonly requestType: string | undefined;
};

/** The modules of one kind, each in its frame. */
export function PortalModules({ type, kind, portal, requestType }: ModulesProps) {
  const [modules] = useAnswer(
    useCallback(
      () => readModules(`jiraServiceManagement:${type}`, placeOf(kind, portal, requestType)),
      [type, kind, portal, requestType],
    ),
  );
  if (modules.state !== 'ready') return null;
  return modules.value.map((module) => (
    <AppFrame
      key={module.key}
      module={module}
      place={placeOf(kind, portal, requestType)}
      title={module.title}
    />
  ));
}

function placeOf(
  portalPage: Kind,
  portal: string | undefined,
  requestType: string | undefined,
): Place {
  return {
    portalPage,
    ...(portal === undefined ? {} : { portal }),
    ...(requestType === undefined ? {} : { requestType }),
  };
}
