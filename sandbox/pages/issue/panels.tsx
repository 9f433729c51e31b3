import { AppFrame } from '../bridge/app-frame';
import { Icon } from '../shell/icons';
import { useText } from '../text/text';
import { ModuleIcon } from './module-icon';
import type { Panels } from './use-panels';

/** The app's panels in the main column. */
export function PanelFrames({ panels, issueKey }: { panels: Panels; issueKey: string }) {
  const text = useText();
  return panels.added.map((module) => (
    <section key={module.key} className="issue-section panel" aria-label={module.title}>
      <header className="section-head">
        <h2>
          <ModuleIcon module={module} />
          {module.title}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label={text('issue.hidePanel', { title: module.title })}
          onClick={() => {
            panels.toggle(module.key);
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <AppFrame module={module} place={{ issue: issueKey }} title={module.title} />
    </section>
  ));
}
