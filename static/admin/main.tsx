import { start } from '../kit/start';
import './admin.css';
import { Admin } from './admin';

void start(<Admin />);
