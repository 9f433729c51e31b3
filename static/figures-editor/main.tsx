import { start } from '../kit/start';
import '../kit/figures/figures.css';
import '../kit/editor/editor.css';
import { EditorPage } from './editor-page';

void start(<EditorPage />);
