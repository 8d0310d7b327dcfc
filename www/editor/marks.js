// What a run shows in the editor: a chip at each line a task stands on, and the line of the running task.
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter } from '@codemirror/view';

export const setChipsEffect = StateEffect.define();
export const setRunningLineEffect = StateEffect.define();
// More chips than these at one line are a number.
const SHOWN = 3;

class Chips extends GutterMarker {
  constructor(list) {
    super();
    this.list = list;
    this.key = JSON.stringify(list);
  }

  eq(other) {
    return this.key === other.key;
  }

  toDOM() {
    const box = document.createElement('div');
    box.className = 'chips';
    for (const { label, colorClass, running } of this.list.slice(0, SHOWN)) {
      box.append(chip(label, `chip ${colorClass}${running ? ' running' : ''}`));
    }
    if (this.list.length > SHOWN) box.append(chip(`+${this.list.length - SHOWN}`, 'chip more'));
    box.title = this.list.map(({ label }) => label).join(', ');
    return box;
  }
}

function chip(text, className) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

const chipField = StateField.define({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setChipsEffect)) return place(transaction.state.doc, effect.value);
    }
    // An edited program is no longer the one that ran.
    return transaction.docChanged ? RangeSet.empty : marks;
  },
});

function place(doc, list) {
  const lines = new Map();
  for (const one of list) {
    if (one.line < 1 || one.line > doc.lines) continue;
    if (!lines.has(one.line)) lines.set(one.line, []);
    lines.get(one.line).push(one);
  }
  const ranges = [...lines].map(([line, at]) => new Chips(at).range(doc.line(line).from));
  return RangeSet.of(ranges, true);
}

export function chips() {
  return [chipField, gutter({ class: 'chip-gutter', markers: (view) => view.state.field(chipField) })];
}

export const runningLine = StateField.define({
  create: () => Decoration.none,
  update(lit, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setRunningLineEffect)) {
        if (!effect.value) return Decoration.none;
        const { line, colorClass } = effect.value;
        const mark = Decoration.line({ class: `running-line ${colorClass}` });
        return Decoration.set([mark.range(transaction.state.doc.line(line).from)]);
      }
    }
    return transaction.docChanged ? Decoration.none : lit;
  },
  provide: (field) => EditorView.decorations.from(field),
});
