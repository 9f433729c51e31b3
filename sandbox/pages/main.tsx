import '@atlaskit/css-reset';
import { useCallback, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { tellTheme } from './bridge/theme';
import { SessionContext, type Viewing } from './shell/session';
import { Login } from './shell/login';
import { forgetWishes } from './shell/navigate';
import { Site } from './site';
import { useAnswer } from './shell/use-answer';
import { messageOf } from './site/http';
import { changeSession, readSession } from './site/sandbox';
import { applySiteTheme } from './style/tokens';
import './style/all.css';
import { TextContext, textIn } from './text/text';

/** Who is looking decides everything below; another person or language shows the site anew. */
function App() {
  const [answer, again] = useAnswer(readSession);
  const session = answer.state === 'ready' ? answer.value : undefined;
  const theme = session?.theme ?? 'light';
  const locale = session?.locale ?? 'en-US';
  const text = useMemo(() => textIn(locale), [locale]);
  const known = answer.state !== 'loading';
  useEffect(() => {
    if (!known) return;
    applySiteTheme(theme);
    tellTheme(theme);
    document.documentElement.lang = locale;
  }, [known, theme, locale]);
  const change = useCallback(
    async (wanted: Parameters<typeof changeSession>[0]) => {
      await changeSession(wanted);
      await again();
    },
    [again],
  );

  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  if (!session) return null;
  const { person } = session;
  const viewing: Viewing | undefined = person ? { ...session, person, change } : undefined;
  return (
    <TextContext.Provider value={text}>
      <SessionContext.Provider value={viewing}>
        {viewing ? (
          <Site key={`${viewing.person.accountId} ${locale}`} />
        ) : (
          <Login people={session.people} onChoose={(as) => void change({ as })} />
        )}
      </SessionContext.Provider>
    </TextContext.Provider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the site.');
forgetWishes();
createRoot(root).render(<App />);
