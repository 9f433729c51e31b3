import { start } from '../kit/page/start';
import './portal.css';
import { PortalPanel } from './portal-panel';

void start(<PortalPanel />);
