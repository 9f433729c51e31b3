import { start } from '../kit/page/start';
import '../kit/figures/figures.css';
import '../kit/editor/editor.css';
import './incidents-page.css';
import { IncidentsPage } from './incidents-page';

void start(<IncidentsPage />);
