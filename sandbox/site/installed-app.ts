import { type Forge, type Manifest, modulesOf } from '../forge';
import { Translations } from '../forge/translations';
import { type AppEntityProperty, type AppField, type AppOnSite } from '../jira';

/** What Jira learns of an app when it is installed: its account, fields, properties, workflow rules, gadgets. */
export function appOnSite({ app, manifest }: Forge, appDir: string): AppOnSite {
  const texts = new Translations(appDir, manifest);
  return {
    appId: app.appId,
    environmentId: app.environmentId,
    name: app.name,
    accountId: app.accountId,
    fields: modulesOf(manifest, 'jira:customField').map(({ key, config }) => ({
      ...(config as Pick<AppField, 'type' | 'collection' | 'readOnly'>),
      key,
      name: texts.text(config['name']) ?? key,
      description: texts.text(config['description']) ?? '',
      formatter: formatterOf(config['view']),
    })),
    entityProperties: modulesOf(manifest, 'jira:entityProperty').map(
      ({ config }) => config as AppEntityProperty & typeof config,
    ),
    gadgets: ['jira:dashboardGadget', 'dashboards:widget'].flatMap((type) =>
      modulesOf(manifest, type).map(({ key, config }) => ({
        moduleKey: key,
        title: texts.text(config['title']) ?? key,
      })),
    ),
    postFunctions: modulesOf(manifest, 'jira:workflowPostFunction').map(({ key, config }) => ({
      moduleKey: key,
      name: texts.text(config['name']) ?? key,
      description: texts.text(config['description']) ?? '',
    })),
  };
}

function formatterOf(view: unknown): string | undefined {
  const { formatter } = (view ?? {}) as { formatter?: { expression?: string } };
  return formatter?.expression;
}

/** What the administration page shows of an app. */
export function aboutApp({ app, manifest }: Forge, appDir: string) {
  const texts = new Translations(appDir, manifest);
  const { name, version, appId, environmentId } = app;
  return {
    name,
    version,
    appId,
    environmentId,
    scopes: [...manifest.scopes.keys()],
    egress: manifest.external.fetch.backend,
    modules: placedModules(manifest).map(({ type, key, config }) => ({
      type,
      key,
      title: texts.text(config['title'] ?? config['name']) ?? key,
    })),
    functions: modulesOf(manifest, 'function').map(({ key }) => key),
  };
}

function placedModules(manifest: Manifest) {
  return manifest.modules.filter(({ type }) => type !== 'function');
}
