//! The output: every line of the recorded run with its time; a click goes to the step that printed it.

use super::dom::{self, head_role, part_role};
use super::sentence::colour;
use super::state::Action;
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{ConsoleRow, Lang};
use crate::trace::Stream;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Up to so many lines are whole in the DOM; beyond, a window follows the playhead.
const WHOLE: usize = 2_000;
const WINDOW: usize = 400;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    pub lang: Lang,
    pub rows: Rc<[ConsoleRow]>,
    pub step: u32,
    pub computing: bool,
    /// The program waits for a line of input.
    pub asking: bool,
    /// What it has printed of an unfinished line: its question.
    pub prompt: AttrValue,
    pub has_run: bool,
    pub store: Store,
    /// The line; None: the input has ended.
    pub onanswer: Callback<Option<String>>,
    /// Asks for the order of the lines.
    pub onpredict: Option<Callback<()>>,
    /// Runs again with Ctrl+C at the playhead, or without it.
    pub oninterrupt: Option<Callback<()>>,
    /// When it was pressed.
    pub interrupted: Option<AttrValue>,
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let words = texts(props.lang);
    let past = props.rows.partition_point(|row| row.step <= props.step);
    let (first, end) = window(past, props.rows.len());
    let lines = use_node_ref();
    {
        let lines = lines.clone();
        use_effect_with((past, props.rows.len()), move |&(past, _)| {
            let outer = lines.cast::<web_sys::HtmlElement>();
            let now = outer.as_ref().and_then(|outer| outer.query_selector(".line.last").ok().flatten());
            match (outer, now) {
                (Some(outer), Some(now)) => dom::reveal(outer, now, 24.0),
                (Some(outer), None) if past == 0 => outer.set_scroll_top(0),
                _ => {}
            }
        });
    }
    let keys = Callback::from(|event: KeyboardEvent| rove(&event));
    html! {
        <section role={part_role()} class="console" data-testid="console" aria-label={words.output}>
            <header role={head_role()} class="head">
                <h2>{words.output}</h2><span class="grow"></span>
                if let Some(predict) = props.onpredict.as_ref().filter(|_| props.rows.len() > 1) {
                    <button type="button" data-testid="predict" onclick={predict.reform(|_| ())}>{words.predict}</button>
                }
                if let Some(interrupt) = props.oninterrupt.as_ref().filter(|_| props.has_run) {
                    <button type="button" data-testid="interrupt" onclick={interrupt.reform(|_| ())} aria-pressed={props.interrupted.is_some().to_string()}
                        title={props.interrupted.as_ref().map_or(words.press_interrupt.to_string(), |at| fill(words.take_interrupt, &[at]))}>
                        {"Ctrl+C"}
                    </button>
                }
                <CopyAll lang={props.lang} rows={props.rows.clone()} />
            </header>
            if props.computing && !props.asking {
                <div class="progress" role="progressbar" aria-label={words.computing}></div>
            }
            <div class="lines scroll" ref={lines} tabindex={if props.rows.is_empty() { "0" } else { "-1" }} role="group" aria-label={words.output} onkeydown={keys}>
                if props.rows.is_empty() {
                    <p class="quiet">{if props.has_run && !props.computing { words.no_output_at_all } else { words.no_output }}</p>
                }
                if first > 0 {
                    <p class="quiet">{fill(words.more_lines, &[&first.to_string()])}</p>
                }
                <ol>
                    {for props.rows[first..end].iter().enumerate().map(|(offset, row)| {
                        let index = first + offset;
                        html! {
                            <Line key={row.number} lang={props.lang} row={row.clone()} future={index >= past} now={row.step == props.step}
                                last={index + 1 == past} reachable={index + 1 == past.max(1)} store={props.store.clone()} />
                        }
                    })}
                </ol>
                if end < props.rows.len() {
                    <p class="quiet">{fill(words.more_lines, &[&(props.rows.len() - end).to_string()])}</p>
                }
            </div>
            if props.asking {
                <Ask lang={props.lang} prompt={props.prompt.clone()} onanswer={props.onanswer.clone()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct AskProps {
    lang: Lang,
    prompt: AttrValue,
    onanswer: Callback<Option<String>>,
}

/// Where the reader types what `input()` returns.
#[component]
fn Ask(props: &AskProps) -> Html {
    let words = texts(props.lang);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |_| {
            if let Some(field) = field.cast::<web_sys::HtmlElement>().filter(|_| !dom::embedded()) {
                let _ = field.focus();
            }
        });
    }
    let give = {
        let (field, onanswer) = (field.clone(), props.onanswer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                onanswer.emit(Some(field.value()));
                field.set_value("");
            }
        })
    };
    let end = props.onanswer.reform(|_: MouseEvent| None);
    html! {
        <form class="ask-line" onsubmit={give}>
            <label>
                if props.prompt.trim().is_empty() {
                    {words.input}
                } else {
                    <span class="hidden">{words.input}</span><code>{cells(&props.prompt)}</code>
                }
                <input type="text" ref={field} data-testid="input" autocomplete="off" autocapitalize="off" spellcheck="false" />
            </label>
            <button type="submit" class="plain">{words.input_enter}</button>
            <button type="button" class="plain" onclick={end}>{words.input_end}</button>
        </form>
    }
}

fn window(past: usize, all: usize) -> (usize, usize) {
    if all <= WHOLE {
        return (0, all);
    }
    let first = past.saturating_sub(WINDOW / 2).min(all - WINDOW);
    (first, first + WINDOW)
}

/// The list is one tab stop; up and down move along it.
fn rove(event: &KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
    let row = target.and_then(|target| target.closest("li").ok().flatten());
    let next = row.and_then(|row| if down { row.next_element_sibling() } else { row.previous_element_sibling() });
    let line =
        next.and_then(|next| next.first_element_child()).and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(line) = line {
        event.prevent_default();
        let _ = line.focus();
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    lang: Lang,
    row: ConsoleRow,
    future: bool,
    now: bool,
    /// The last one printed so far.
    last: bool,
    /// The one that Tab reaches.
    reachable: bool,
    store: Store,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let row = &props.row;
    let words = texts(props.lang);
    let go = {
        let (store, step) = (props.store.clone(), row.step);
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Go(step)))
    };
    let said = if row.text.trim().is_empty() { words.empty_line } else { &*row.text };
    let name = fill(words.jump_to_output, &[said, &row.time]);
    let stream = match row.stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    };
    let class = classes!("line", colour(&row.chip), props.now.then_some("now"), props.last.then_some("last"));
    html! {
        <li>
            <button type="button" class={class} data-testid="line" data-time={row.seconds.to_string()} data-stream={stream}
                data-step={row.step.to_string()} data-future={props.future.then_some("")} aria-label={name}
                tabindex={if props.reachable { "0" } else { "-1" }} onclick={go}>
                <time>{&*row.time}</time><i></i>{" "}<span class="said">{cells(&row.text)}</span>
            </button>
        </li>
    }
}

/// In a line longer than this columns no longer matter.
const BOXED: usize = 4_000;

/// The text with each 汉字 in a box of two cells, so that columns and carets stand under one another.
pub fn cells(text: &str) -> Html {
    if text.is_ascii() || text.len() > BOXED {
        return html! { <>{text}</> };
    }
    let mut out = Vec::new();
    let mut plain = String::new();
    for c in text.chars() {
        if is_wide(c) {
            if !plain.is_empty() {
                out.push(html! { <>{std::mem::take(&mut plain)}</> });
            }
            out.push(html! { <span class="wide">{c}</span> });
        } else {
            plain.push(c);
        }
    }
    out.push(html! { <>{plain}</> });
    html! { <>{for out}</> }
}

/// East Asian Width W or F, as far as tutorials need it.
/// So many cells the text takes.
pub fn width(text: impl Iterator<Item = char>) -> usize {
    text.map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F900..=0x1F9FF | 0x20000..=0x3FFFD)
}

#[derive(Properties, PartialEq)]
struct CopyAllProps {
    lang: Lang,
    rows: Rc<[ConsoleRow]>,
}

#[component]
fn CopyAll(props: &CopyAllProps) -> Html {
    let words = texts(props.lang);
    let copied = use_state(|| false);
    let copy = {
        let (rows, copied) = (props.rows.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let all: String = rows.iter().map(|row| format!("{}\n", row.text)).collect();
            let copied = copied.clone();
            let Some(clipboard) = dom::clipboard() else { return };
            wasm_bindgen_futures::spawn_local(async move {
                let done = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&all)).await;
                if done.is_ok() {
                    copied.set(true);
                    gloo_timers::future::TimeoutFuture::new(1_500).await;
                    copied.set(false);
                }
            });
        })
    };
    html! {
        if !props.rows.is_empty() && dom::clipboard().is_some() {
            <button type="button" onclick={copy}>{if *copied { words.copied } else { words.copy_all }}</button>
        }
    }
}
