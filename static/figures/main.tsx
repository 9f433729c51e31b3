import { start } from '../kit/page/start';
import '../kit/figures/figures.css';
import { FiguresPage } from './figures-page';

void start(<FiguresPage />);
