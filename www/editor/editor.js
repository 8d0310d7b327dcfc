// The code editor: CodeMirror 6 with Python, in a shadow root, fetched after the first view.
//
//   create(root, parent, doc, { onChange, onRun, onGutter, readOnly, lang, label })
//     root    the ShadowRoot that holds `parent`; CodeMirror adopts its sheets there (a page's policy forbids <style>)
//     onChange(text)   after each edit, not after setDoc
//     onRun()          Ctrl/Cmd+Enter
//     onGutter(line)   a click on a line number, 1-based
//   perform(event, text)   does in the newest editor, once there is one, what a key or a paste that came too early means
//                          (held.js)
//   create returns { getDoc, setDoc, setRunningLine, setChips, setDiagnostics, setReadOnly, setLang, focus, focusAt, destroy }
import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics as showDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, rectangularSelection, runScopeHandlers } from '@codemirror/view';
import { begun, fileNames } from './files.js';
import { chips, runningLine, setChipsEffect, setRunningLineEffect } from './marks.js';
import { pythonColours, theme, wideCharacters } from './look.js';

const TEXTS = {
  en: { label: 'Python code. Tab indents; press Escape, then Tab, to leave.' },
  zh: { label: 'Python 代码。Tab 键缩进；先按 Esc 再按 Tab 离开编辑器。' },
};
const fromOutside = Annotation.define();
let newest;

export function create(root, parent, doc, options = {}) {
  const writable = new Compartment();
  const described = new Compartment();
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc,
      selection: begun(doc),
      extensions: [
        chips(),
        lineNumbers({ domEventHandlers: { click: pressNumber } }),
        history(),
        drawSelection(),
        rectangularSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ activateOnTyping: false }),
        highlightActiveLine(),
        runningLine,
        python(),
        syntaxHighlighting(pythonColours),
        theme,
        wideCharacters,
        fileNames,
        keymap.of([
          { key: 'Mod-Enter', run: pressRun },
          { key: 'Escape', run: leaveByTab },
          { key: 'Tab', run: indentOrLeave, shift: outdentOrLeave },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        writable.of(mayWrite(options.readOnly)),
        described.of(describe(options.lang, options.label)),
        EditorView.domEventHandlers({ beforeinput: typeOverSelection }),
        EditorView.updateListener.of(tellChange),
      ],
    }),
  });

  newest = view;

  // Escape gives Tab back to the page until the editor is next typed in or left (WCAG 2.1.2: no keyboard trap).
  let leaving = false;
  view.contentDOM.addEventListener('blur', () => (leaving = false));
  function leaveByTab() {
    leaving = true;
    return false;
  }
  function indentOrLeave(target) {
    return !leaving && indentMore(target);
  }
  function outdentOrLeave(target) {
    return !leaving && indentLess(target);
  }

  function pressRun() {
    options.onRun?.();
    return true;
  }
  function pressNumber(target, block) {
    options.onGutter?.(target.state.doc.lineAt(block.from).number);
    return true;
  }
  /** The cursor, wherever the editor stands in the page. */
  function show() {
    view.focus();
    view.dispatch({ scrollIntoView: true });
    view.dom.scrollIntoView({ block: 'nearest' });
  }
  function tellChange(update) {
    if (!update.docChanged) return;
    leaving = false;
    if (!update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
      options.onChange?.(update.state.doc.toString());
    }
  }

  return {
    getDoc: () => view.state.doc.toString(),
    setDoc(text) {
      if (text === view.state.doc.toString()) return;
      const selection = begun(text);
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, selection, scrollIntoView: !!selection, annotations: fromOutside.of(true) });
      if (selection) show();
    },
    /** Lights a line (1-based; 0 for none) in a task's colour: `task-0` … `task-7`. */
    setRunningLine(line, colorClass = '') {
      const known = line >= 1 && line <= view.state.doc.lines;
      const effects = [setRunningLineEffect.of(known ? { line, colorClass } : null)];
      if (known) effects.push(EditorView.scrollIntoView(view.state.doc.line(line).from, { y: 'nearest', yMargin: 40 }));
      view.dispatch({ effects });
    },
    /** `[{ line, label, colorClass, running }]`: where tasks stand. */
    setChips: (list) => view.dispatch({ effects: setChipsEffect.of([...list]) }),
    /** `[{ line, col, endCol, severity, message }]`: line 1-based, columns 0-based in characters; severity `error|warning|hint`. */
    setDiagnostics: (list) => view.dispatch(showDiagnostics(view.state, [...list].map((one) => place(view.state.doc, one)))),
    setReadOnly: (readOnly) => view.dispatch({ effects: writable.reconfigure(mayWrite(readOnly)) }),
    setLang: (lang, label) => view.dispatch({ effects: described.reconfigure(describe(lang, label)) }),
    focus() {
      view.focus();
      if (begun(view.state.doc.toString())) show();
    },
    /** The same, with the cursor at that point of the window. */
    focusAt(x, y) {
      view.focus();
      view.dispatch({ selection: { anchor: view.posAtCoords({ x, y }, false) } });
    },
    destroy: () => view.destroy(),
  };
}

/**
 * Typing over a selection, which the browser would do by writing style attributes of its own: the page's policy
 * forbids them, and each attempt is an error on the console.
 */
function typeOverSelection(event, view) {
  const { main } = view.state.selection;
  if (event.inputType !== 'insertText' || !event.data || event.isComposing || main.empty || view.state.readOnly) return false;
  event.preventDefault();
  type(view, event.data);
  return true;
}

function type(view, text) {
  const { from, to } = view.state.selection.main;
  const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  const taken = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert));
  if (!taken) view.dispatch(insert());
}

export async function perform(event, text) {
  for (let tries = 100; !newest?.dom.isConnected && tries; tries -= 1) await new Promise((resolve) => setTimeout(resolve, 20));
  const view = newest;
  if (!view || view.state.readOnly) return;
  if (event.type === 'paste') view.dispatch(view.state.update(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true }));
  else if (runScopeHandlers(view, event, 'editor')) return;
  else if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey) type(view, event.key);
}

function mayWrite(readOnly) {
  return [EditorState.readOnly.of(!!readOnly), EditorView.editable.of(true)];
}

function describe(lang = 'en', label) {
  const texts = lang.startsWith('zh') ? TEXTS.zh : TEXTS.en;
  return EditorView.contentAttributes.of({ 'aria-label': label ?? texts.label, spellcheck: 'false', autocapitalize: 'off' });
}

function place(doc, { line, col, endCol, severity, message }) {
  const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = row.from + offset(row.text, col ?? 0);
  const to = row.from + offset(row.text, endCol ?? row.text.length);
  return { from, to: Math.max(from, to), severity, message };
}

/** Columns count code points, CodeMirror counts UTF-16 units. */
function offset(text, column) {
  return [...text].slice(0, column).join('').length;
}
