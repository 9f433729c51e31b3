import { describe } from '@jest/globals';
import { correctedIncidents } from '../support/edits';

describe('corrected incidents in a Jira that keeps moments: minute', () => {
  correctedIncidents('minute');
});
