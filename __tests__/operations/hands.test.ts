/** Somebody rolls back, or promotes. */
import { provesRow } from './cells.ts';

provesRow('rollback');
provesRow('promote');
