import { start } from '../kit/page/start';
import '../active/active.css';
import '../kit/editor/editor.css';
import { EditorPage } from './editor-page';

void start(<EditorPage />);
