import { start } from '../kit/start';
import './incident-panel.css';
import { IncidentPanel } from './incident-panel';

void start(<IncidentPanel />);
