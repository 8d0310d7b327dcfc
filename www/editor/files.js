// Files behind the program: a line `-- util.py --` begins one (src/modules/attached.rs).
import { Decoration, MatchDecorator, ViewPlugin } from '@codemirror/view';

const BEGUN = /(^|\n)-- [^\s]+\.[^\s]+ --\n$/;

const names = new MatchDecorator({ regexp: /^-- [^\s]+\.[^\s]+ --$/g, decoration: Decoration.mark({ class: 'file-name' }) });

/** Marks the lines that begin files. */
export const fileNames = ViewPlugin.define(
  (view) => ({
    marks: names.createDeco(view),
    update(update) {
      this.marks = names.updateDeco(update, this.marks);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

/** Where the reader goes on writing if a text ends with a file that has just been begun; else undefined. */
export const begun = (text) => (BEGUN.test(text) ? { anchor: text.length } : undefined);
