import type { Dialect } from './dialect.ts';

/** The words of this site: of the field, and of no product. */
export const plain: Dialect = {
  id: 'plain',
  title: 'Plain words',
  glossaries: [],
  settings: {},
  differs: [],
  trademark: '',
};
