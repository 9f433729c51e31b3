import { start } from '../kit/page/start';
import '../kit/figures/figures.css';
import '../kit/editor/editor.css';
import { EditorPage } from './editor-page';

void start(<EditorPage />);
