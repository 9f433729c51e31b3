import { start } from '../kit/start';
import './portal.css';
import { PortalPanel } from './portal-panel';

void start(<PortalPanel />);
