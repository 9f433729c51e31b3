import { start } from '../kit/start';
import './ticket.css';
import { TicketPage } from './ticket-page';

void start(<TicketPage />);
