import { useState } from 'react';
import { useViewer } from '../../kit/texts/texts';
import { Door } from './door';

/** How a monitoring tool declares incidents. */
export function Alerts() {
  const { t } = useViewer();
  const [detected] = useState(nowText);
  return (
    <Door
      look="getAlertDoor"
      renew="renewAlertSecret"
      words={{
        title: t('admin.alerts.title'),
        hint: t('admin.alerts.hint'),
        none: t('admin.alerts.secretNone'),
        exampleHint: t('admin.alerts.exampleHint'),
      }}
      variable="ALERT_SECRET"
      example={{
        test: true,
        alertId: 'try-1',
        summary: t('admin.alerts.sample'),
        severity: 1,
        detected,
        source: 'monitoring',
      }}
    />
  );
}

/** How a delivery pipeline tells of deployments. */
export function DeploymentsDoor() {
  const { t } = useViewer();
  const [at] = useState(nowText);
  return (
    <Door
      look="getDeploymentDoor"
      renew="renewDeploymentSecret"
      words={{
        title: t('admin.deployments.title'),
        hint: t('admin.deployments.hint'),
        none: t('admin.deployments.secretNone'),
        exampleHint: t('admin.deployments.exampleHint'),
      }}
      variable="DEPLOYMENT_SECRET"
      example={{
        test: true,
        id: 'shop-1342',
        name: 'shop 4.17.0',
        at,
        service: 'Checkout',
        environment: 'production',
        by: 'Delivery',
        address: 'https://ci.example.com/1342',
      }}
    />
  );
}

/** To the second, as most tools write it. */
function nowText(): string {
  return new Date().toISOString().replace(/\.\d+/, '');
}
