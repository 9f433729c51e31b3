import { start } from '../kit/page/start';
import './admin.css';
import { Admin } from './admin';

void start(<Admin />);
