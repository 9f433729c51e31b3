import { start } from '../kit/page/start';
import './incident-panel.css';
import { IncidentPanel } from './incident-panel';

void start(<IncidentPanel />);
