import { start } from '../kit/start';
import './active.css';
import { ActivePage } from './active-page';

void start(<ActivePage />);
