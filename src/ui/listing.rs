//! The program as highlighted text, before CodeMirror; and the phone's lit line with one line before and after.

use super::console::{cells, width};
use super::diagnostics::severity_word;
use super::dom;
use super::highlight::{self, Kind};
use super::sentence::{brief, colour, last_part};
use super::shared::Shared;
use super::state::Problem;
use super::texts::{fill, texts};
use crate::compiler::lines::numbered;
use crate::scene::{Chip, DiagnosticView, EditorMarks, LaneState, Lang, LineChips};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ListingProps {
    pub lang: Lang,
    pub read_only: bool,
    pub code: Rc<str>,
    pub marks: Shared<EditorMarks>,
    pub stale: bool,
    pub problem: Option<Rc<Problem>>,
    pub found: Shared<Vec<DiagnosticView>>,
    pub onfocus: Callback<FocusEvent>,
    pub onpress: Callback<MouseEvent>,
    pub online: Callback<u32>,
}

#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let words = texts(props.lang);
    let list = use_node_ref();
    let lines = use_memo(props.code.clone(), |code| coloured(code));
    let lit = props.marks.lit.as_ref().filter(|_| !props.stale);
    let wrong = props.problem.as_ref().map_or(0, |problem| problem.line);
    {
        let list = list.clone();
        let line = if wrong > 0 { wrong } else { lit.map_or(0, |lit| lit.line) };
        use_effect_with(line, move |line| {
            let Some(list) = list.cast::<web_sys::HtmlElement>() else { return };
            if let Some(row) = list.query_selector(&format!(".row:nth-child({line})")).ok().flatten() {
                dom::reveal(list, row, 48.0);
            }
        });
    }
    let press = {
        let (online, onpress) = (props.online.clone(), props.onpress.clone());
        let read_only = props.read_only;
        Callback::from(move |event: MouseEvent| {
            let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
            match target.and_then(|target| target.get_attribute("data-number")).and_then(|number| number.parse().ok()) {
                Some(line) => {
                    event.prevent_default();
                    online.emit(line);
                }
                None if read_only => {}
                None => onpress.emit(event),
            }
        })
    };
    let onfocus = (!props.read_only).then(|| props.onfocus.clone());
    html! {
        <div class="listing scroll" ref={list} tabindex="0" role={if props.read_only { "group" } else { "textbox" }}
            aria-multiline={(!props.read_only).then_some("true")} aria-label={words.editor_name}
            aria-description={(!props.read_only).then_some(words.editor_hint)} onfocus={onfocus} onmousedown={press}>
            <ol>
                {for lines.iter().enumerate().map(|(index, pieces)| {
                    let line = index as u32 + 1;
                    let chips = props.marks.chips.iter().find(|at| at.line == line && !props.stale);
                    let now = lit.filter(|lit| lit.line == line).map(|lit| classes!("now", colour(&lit.chip)));
                    let found = props.found.iter().filter(|one| one.line == line && !props.stale);
                    let under = found.map(|one| underline(&props.code, one)).collect();
                    row(line, pieces, under, chips, classes!(now, (line == wrong).then_some("wrong")))
                })}
            </ol>
        </div>
    }
}

/// Under what a finding is about. Measured in cells, which are as wide as «0».
fn underline(code: &str, one: &DiagnosticView) -> Html {
    let line = numbered(code, one.line).unwrap_or_default();
    let (column, all) = (one.column as usize, line.chars().count());
    let end = if one.end_line == one.line && one.end_column > one.column { one.end_column as usize } else { all };
    let from = width(line.chars().take(column));
    let to = from + width(line.chars().skip(column).take(end.saturating_sub(column))).max(1);
    html! {
        <svg class={classes!("under", severity_word(one.severity))} aria-hidden="true">
            <line x1={format!("{from}ch")} x2={format!("{to}ch")} y1="1.5" y2="1.5" />
        </svg>
    }
}

fn row(line: u32, pieces: &Html, under: Vec<Html>, chips: Option<&LineChips>, class: Classes) -> Html {
    html! {
        <li class={classes!("row", class)}>
            <span class="chips" aria-hidden="true">{for chips.iter().map(|at| chips_of(at))}</span>
            <span class="number" aria-hidden="true" data-number={line.to_string()}>{line}</span>
            <span>{pieces.clone()}{for under}</span>
        </li>
    }
}

fn chips_of(at: &LineChips) -> Html {
    let (shown, more) = fitting(at);
    html! {
        <>
            {for shown.iter().map(|(chip, state)| {
                let running = matches!(state, LaneState::Running | LaneState::Blocked).then_some("running");
                html! { <span class={classes!("chip", colour(chip), running)} title={chip.full.to_string()}><span>{short(chip, at)}</span></span> }
            })}
            if more > 0 {
                <span class="chip task-none rest">{format!("+{more}")}</span>
            }
        </>
    }
}

/// A chip's words in its line's gutter: where it is long, or shares the gutter with others, what tells it from its sisters.
pub fn short(chip: &Chip, at: &LineChips) -> String {
    let shown = if at.chips.total() < 2 { brief(chip) } else { &*chip.own };
    // Of an address the end tells.
    match last_part(shown).filter(|_| shown.starts_with('…') && shown.chars().count() > LONGEST_ADDRESS) {
        Some(at) => ["…", &shown[at..]].concat(),
        None => shown.to_string(),
    }
}

/// A longer address has no room in a gutter.
const LONGEST_ADDRESS: usize = 7;

/// What the gutter has room for: two chips, or one and a number; the one that runs always shows.
pub fn fitting(at: &LineChips) -> (Vec<&(Chip, LaneState)>, usize) {
    let all = &at.chips.first;
    if at.chips.total() <= 2 {
        return (all.iter().collect(), 0);
    }
    let running = all.iter().find(|(_, state)| matches!(state, LaneState::Running | LaneState::Blocked));
    let one = running.or_else(|| all.first());
    (one.into_iter().collect(), at.chips.total() - 1)
}

/// The lines of a program as coloured text.
fn coloured(code: &str) -> Vec<Html> {
    let line = |pieces: Vec<highlight::Piece>| {
        html! {
            <>
                {for pieces.iter().map(|(kind, text)| match kind {
                    Kind::Plain => cells(text),
                    kind => html! { <span class={kind.class()}>{cells(text)}</span> },
                })}
                if pieces.is_empty() {
                    {"\u{200b}"}
                }
            </>
        }
    };
    highlight::lines(code).into_iter().map(line).collect()
}

#[derive(Properties, PartialEq)]
pub struct LitProps {
    pub lang: Lang,
    pub code: Rc<str>,
    pub marks: Shared<EditorMarks>,
    pub stale: bool,
    pub problem: Option<Rc<Problem>>,
    pub onopen: Callback<MouseEvent>,
}

/// The phone's three lines; a tap opens the editor.
#[component]
pub fn Lit(props: &LitProps) -> Html {
    let lines = use_memo(props.code.clone(), |code| coloured(code));
    let lit = props.marks.lit.as_ref().filter(|_| !props.stale);
    let wrong = props.problem.as_ref().map(|problem| problem.line).filter(|line| *line > 0);
    let line =
        wrong.unwrap_or_else(|| lit.map_or(props.marks.latest, |lit| lit.line)).clamp(1, lines.len().max(1) as u32);
    let now = lit.filter(|lit| lit.line == line);
    let first = line.saturating_sub(1).clamp(1, (lines.len() as u32).saturating_sub(2).max(1));
    let name = fill(texts(props.lang).open_editor, &[&line.to_string()]);
    html! {
        <div class="lit">
            <button type="button" title={name} onclick={props.onopen.clone()}>
                {for (first..first + 3).filter_map(|number| {
                    let pieces = lines.get(number as usize - 1)?;
                    let class = match (number == line, wrong, now) {
                        (true, Some(_), _) => classes!("wrong"),
                        (true, None, Some(lit)) => classes!("now", colour(&lit.chip)),
                        _ => classes!(),
                    };
                    Some(html! { <span class={classes!("row", class)}><span class="number">{number}</span><span>{pieces.clone()}</span></span> })
                })}
            </button>
        </div>
    }
}
