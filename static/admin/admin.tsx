import { useState } from 'react';
import { Boundary } from '../kit/page/boundary';
import { Tabs } from '../kit/controls/tabs';
import { useViewer } from '../kit/texts/texts';
import { HistorySection } from './history';
import { SetUpSection } from './set-up/section';
import { SettingsSection } from './settings';

const SECTIONS = { setUp: SetUpSection, settings: SettingsSection, history: HistorySection };
type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/**
 * The administration: one section at a time. Those that were opened stay, hidden, so that nothing typed is lost by
 * looking elsewhere.
 */
export function Admin() {
  const { t } = useViewer();
  const [open, setOpen] = useState<SectionName>('setUp');
  const [seen, setSeen] = useState<readonly SectionName[]>(['setUp']);
  const show = (name: SectionName) => {
    setOpen(name);
    setSeen((was) => (was.includes(name) ? was : [...was, name]));
  };
  return (
    <div className="admin">
      <Tabs
        group="section"
        names={NAMES}
        open={open}
        onOpen={show}
        titleOf={(name) => t(`admin.${name}.title`)}
      />
      {seen.map((name) => {
        const Section = SECTIONS[name];
        return (
          <section
            key={name}
            id={`section-panel-${name}`}
            role="tabpanel"
            aria-labelledby={`section-tab-${name}`}
            hidden={name !== open}
          >
            <Boundary part={t(`admin.${name}.title`)}>
              <Section />
            </Boundary>
          </section>
        );
      })}
    </div>
  );
}
