import { start } from '../kit/page/start';
import './incident-context.css';
import { IncidentContext } from './incident-context';

void start(<IncidentContext />);
