import { start } from '../kit/start';
import '../kit/input.css';
import './admin.css';
import { Admin } from './admin';

void start(<Admin />);
