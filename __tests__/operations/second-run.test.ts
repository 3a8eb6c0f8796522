/** Another run comes to deploy while the first is at it. */
import { provesRow } from './cells.ts';

provesRow('wait');
provesRow('finish');
provesRow('fail');
provesRow('replace');
