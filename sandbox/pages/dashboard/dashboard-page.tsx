import { useEffect, useState } from 'react';
import type { UiModule } from '../../core/contract';
import { useHost } from '../shell/host';
import { Icon } from '../shell/icons';
import { Link } from '../shell/link';
import { addGadget, setLayout, type Layout } from '../site/dashboards';
import { messageOf, SiteError } from '../site/http';
import { useText } from '../text/text';
import { AddGadget } from './add-gadget';
import { Columns } from './columns';
import { LayoutMenu } from './layout-menu';
import { useDashboard, type DashboardState, type Ready } from './use-dashboard';

/** A dashboard: its gadgets in columns; who may change it adds, configures, arranges and removes them. */
export function DashboardPage({ id }: { readonly id: string }) {
  const text = useText();
  const state = useDashboard(id);
  const { answer } = state;
  if (answer.state === 'loading') {
    return (
      <p className="page-wait" role="status">
        {text('loading')}
      </p>
    );
  }
  if (answer.state === 'failed') {
    const gone = answer.error instanceof SiteError && answer.error.status === 404;
    return (
      <div className="empty-page" role="alert">
        <h1>{gone ? text('dash.gone') : messageOf(answer.error)}</h1>
        {gone && <p>{text('dash.goneText')}</p>}
      </div>
    );
  }
  return <Board board={answer.value} state={state} />;
}

type Props = { readonly board: Ready; readonly state: DashboardState };

function Board({ board, state }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  const { dashboard, gadgets, layout } = board;
  useEffect(() => {
    setTitle(`${dashboard.name} - Jira`);
  }, [setTitle, dashboard.name]);
  return (
    <div className="page page-wide dashboard">
      <nav aria-label={text('issue.breadcrumb')} className="breadcrumb">
        <Link href="/jira/dashboards">{text('dash.title')}</Link>
        <span aria-hidden="true">/</span>
        <span aria-current="page">{dashboard.name}</span>
      </nav>
      <div className="dashboard-head">
        <h1>{dashboard.name}</h1>
        <button
          type="button"
          className="button"
          onClick={() => {
            state.refresh();
          }}
        >
          <Icon name="refresh" />
          {text('dash.refresh')}
        </button>
        {dashboard.isWritable && <Editing board={board} state={state} />}
      </div>
      {dashboard.description !== '' && <p className="lead">{dashboard.description}</p>}
      {gadgets.length === 0 && (
        <p className="empty-note">
          {text(dashboard.isWritable ? 'dash.emptyYours' : 'dash.empty')}
        </p>
      )}
      <Columns key={layout} board={board} state={state} />
    </div>
  );
}

function Editing({ board, state }: Props) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const { dashboard, modules, layout } = board;
  const add = async (module: UiModule) => {
    setAdding(false);
    await state.change(async () => {
      const { id } = await addGadget(dashboard.id, module.extensionId);
      if (module.edit) state.configure(id);
    });
  };
  return (
    <>
      <LayoutMenu
        layout={layout}
        onChoose={(wanted: Layout) => void state.change(() => setLayout(dashboard.id, wanted))}
      />
      <button
        type="button"
        className="button button-primary"
        onClick={() => {
          setAdding(true);
        }}
      >
        {text('dash.add')}
      </button>
      {adding && (
        <AddGadget
          modules={modules}
          onAdd={(module) => void add(module)}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}
