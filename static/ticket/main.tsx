import { start } from '../kit/page/start';
import './ticket.css';
import { TicketPage } from './ticket-page';

void start(<TicketPage />);
