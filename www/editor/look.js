// The editor's look. Colours and sizes are the page's custom properties, which reach into the shadow root.
import { HighlightStyle } from '@codemirror/language';
import { Decoration, EditorView, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const pythonColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.self, tags.bool, tags.null], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.className], color: 'var(--code-name)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)' },
]);

const tasks = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`& .task-${i}`, { '--c': `var(--task-${i})` }]));

// CodeMirror draws these lines as data: images, which a page's policy forbids.
const underlines = Object.fromEntries(
  [['error', '--bad'], ['warning', '--warn'], ['info', '--accent'], ['hint', '--accent']].map(([severity, colour]) => [
    `.cm-lintRange-${severity}`,
    { backgroundImage: 'none', textDecoration: `underline wavy 1px var(${colour})`, textUnderlineOffset: '3px' },
  ]),
);

export const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--panel)', fontSize: 'var(--code)' },
  // Over the gutters as well, which stand above an outline.
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused::after': { content: '""', position: 'absolute', inset: '0', zIndex: '201', border: '2px solid var(--accent)', pointerEvents: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.62' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--faint)', backgroundColor: 'var(--panel)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { cursor: 'pointer', minWidth: '28px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--ink) 4%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 26%, transparent)',
  },
  // A Han character is one em wide in every font; two cells, so that what stands under a line stands under its words.
  '.wide': { letterSpacing: 'calc(2ch - 1em)' },
  '.file-name': { color: 'var(--accent)', fontWeight: '600' },
  '.chip-gutter': { minWidth: 'min(72px, var(--gutter))' },
  '.chips': { display: 'grid', grid: 'auto / auto-flow minmax(0, max-content)', gap: '3px', justifyContent: 'end', padding: '2px 8px' },
  '.chip': {
    font: '600 10.5px/15px var(--sans)',
    padding: '0 4px',
    borderRadius: '9px',
    color: 'var(--c, var(--soft))',
    background: 'color-mix(in srgb, var(--c, var(--soft)) 16%, var(--panel))',
    border: '1px solid color-mix(in srgb, var(--c, var(--soft)) 55%, var(--panel))',
    maxWidth: '96px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.chip.running': { background: 'var(--c)', color: 'var(--panel)' },
  '.running-line': {
    backgroundColor: 'color-mix(in srgb, var(--c, var(--accent)) 13%, var(--panel))',
    boxShadow: 'inset 3px 0 var(--c, var(--accent))',
  },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--panel)', border: '1px solid var(--rule)' },
  ...tasks,
  ...underlines,
});

const wideRuns = new MatchDecorator({
  regexp: /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]+/g,
  decoration: Decoration.mark({ class: 'wide' }),
});

/** Marks runs of characters that take two cells. */
export const wideCharacters = ViewPlugin.define(
  (view) => ({
    runs: wideRuns.createDeco(view),
    update(update) {
      this.runs = wideRuns.updateDeco(update, this.runs);
    },
  }),
  { decorations: (plugin) => plugin.runs },
);
