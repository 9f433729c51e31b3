import { view } from '@forge/bridge';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from './boundary';
import '../kit.css';
import { loadTexts, ViewerProvider, type Viewer } from '../texts/texts';

/** Starts a page: theme, language and time zone of whoever looks, then the page itself. */
export async function start(page: ReactNode): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const locale = context.locale.replace('_', '-');
  const { modal, issue } = context.extension as {
    modal?: Viewer['openedWith'];
    issue?: { readonly key: string };
  };
  const t = await loadTexts(locale);
  const viewer: Viewer = {
    locale,
    timeZone: context.timezone,
    t,
    openedWith: modal,
    person: context.accountId,
    issue: issue?.key,
    surface: context.moduleKey,
    version: String(import.meta.env['VITE_APP_VERSION']),
  };
  document.documentElement.lang = locale;
  // A frame is transparent only where its colour scheme is the page's; a dialog has another ground than the page.
  if (modal) document.body.classList.add('in-dialog');
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root');
  createRoot(root).render(
    <StrictMode>
      <ViewerProvider value={viewer}>
        <Boundary>{page}</Boundary>
      </ViewerProvider>
    </StrictMode>,
  );
}
