import { start } from '../kit/start';
import '../kit/input.css';
import '../active/active.css';
import '../kit/editor/editor.css';
import { EditorPage } from './editor-page';

void start(<EditorPage />);
