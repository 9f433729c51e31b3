import { start } from '../kit/page/start';
import './active.css';
import { ActivePage } from './active-page';

void start(<ActivePage />);
