// What a screen reader says of the page holds to the rules.
import { spokenFindings } from '../spoken/rules.mjs';
import { spokenTree } from '../spoken/tree.mjs';

export default {
  name: 'spoken',
  states: ['wide'],
  check: async (tab) => spokenFindings(await spokenTree(tab)),
};
