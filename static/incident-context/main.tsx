import { start } from '../kit/start';
import './incident-context.css';
import { IncidentContext } from './incident-context';

void start(<IncidentContext />);
