/** The run that deploys is ended by somebody, by its own time limit, or by the machine. */
import { provesRow } from './cells.ts';

provesRow('cancel');
provesRow('timeout');
provesRow('kill');
