// The styles of an embed before its engine is there; afterwards www/styles/embed.css. Colours and sizes as in tokens.css.
const MONO = 'ui-monospace, "SF Mono", "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace';
const SANS = 'ui-sans-serif, system-ui, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export const STYLE = `
:host { all: initial; display: block; contain: inline-size; margin: 16px 0; }
:host([hidden]) { display: none; }
.frame, .notes { --paper: #f7f6f2; --panel: #fff; --sunk: #f1f0ea; --ink: #1d1f24; --soft: #565c69; --faint: #626875; --rule: #e3e1d9; --accent: #3f4fd0; --accent-ink: #fff; --warn: #8a5a00; --warn-wash: #fdf4e0;
  --code-keyword: #8a3aa5; --code-string: #1a7746; --code-number: #9a4d12; --code-name: #2a66a6; --code-comment: #656b77;
  color: var(--ink); color-scheme: light; font: 14px/1.45 ${SANS}; text-align: left; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
.dark { --paper: #14161b; --panel: #1b1e25; --sunk: #161920; --ink: #e8e9ec; --soft: #a9afbb; --faint: #979dab; --rule: #2b2f39; --accent: #8b98ff; --accent-ink: #11131a; --warn: #e6b455; --warn-wash: #352a15;
  --code-keyword: #d59ae8; --code-string: #7fd3a4; --code-number: #f0a873; --code-name: #8dbdf0; --code-comment: #979dab; color-scheme: dark; }
.frame { display: flex; flex-direction: column; box-sizing: border-box; min-height: 120px; overflow: hidden; container-type: size; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; }
.frame:lang(zh), .notes:lang(zh) { line-height: 1.7; line-break: strict; }
.remark { margin-bottom: 8px; padding: 8px 12px; background: var(--warn-wash); border: 1px solid var(--warn); border-radius: 8px; font-size: 13px; }
.remark p { margin: 0; overflow-wrap: anywhere; } .remark code { font-family: ${MONO}; white-space: pre-wrap; }
.bar { display: flex; align-items: center; gap: 8px; flex: none; height: 45px; padding: 0 8px; box-sizing: border-box; border-bottom: 1px solid var(--rule); }
.run { display: inline-flex; align-items: center; gap: 7px; min-height: 32px; padding: 0 14px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--accent-ink); font: 650 14px/1.45 ${SANS}; cursor: pointer; }
@media (pointer: coarse) { .run { min-height: 40px; padding: 0 18px; } }
.run:focus-visible, .listing:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; } .listing:focus-visible { outline-offset: -2px; }
@media (forced-colors: active) { .run { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
.hint { margin: auto; padding: 16px; color: var(--soft); }
.listing { flex: 1; min-height: 0; overflow: auto; padding: 8px 0; font: 13px/1.6 ${MONO}; }
.listing ol { margin: 0; padding: 0; list-style: none; min-width: max-content; }
.row { display: grid; grid-template-columns: 80px 34px 1fr; align-items: center; white-space: pre; tab-size: 4; line-height: 1.6; padding-right: 12px; }
.number { padding-right: 12px; color: var(--faint); font-size: 11px; text-align: right; user-select: none; -webkit-user-select: none; }
@container (min-width: 700px) { .row { grid-template-columns: 98px 34px 1fr; } }
@container (max-width: 479.98px) { .row { grid-template-columns: 44px 26px 1fr; } .number { padding-right: 8px; } }
.k { color: var(--code-keyword); } .s { color: var(--code-string); } .n { color: var(--code-number); } .f { color: var(--code-name); } .c { color: var(--code-comment); }
`;
