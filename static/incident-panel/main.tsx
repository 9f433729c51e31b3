import { start } from '../kit/start';
import '../kit/input.css';
import './incident-panel.css';
import { IncidentPanel } from './incident-panel';

void start(<IncidentPanel />);
