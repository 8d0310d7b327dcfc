//! The chosen task or thread from inside: its frames with locals, why it waits, who made it.

use super::dom::{head_role, part_role};
use super::lane::{state_text, thread_state_text};
use super::locals::{Known, Locals};
use super::sentence::{ChipView, colour, sentence};
use super::shared::Shared;
use super::texts::{fill, texts};
use crate::scene;
use crate::scene::{LaneState, Lang, Who};
use crate::session::FrameView;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct InspectorProps {
    pub lang: Lang,
    pub inside: Option<Shared<scene::Inspector>>,
    pub known: Known,
    pub step: u32,
}

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let words = texts(props.lang);
    let title = if props.inside.as_ref().is_some_and(|one| is_thread(one)) { words.thread } else { words.inspector };
    html! {
        <section role={part_role()} class="panel inspector" data-testid="inspector" aria-label={title}>
            <header role={head_role()}><h2>{title}</h2></header>
            <div class="scroll" tabindex="0" role="group" aria-label={title}>
                if let Some(one) = &props.inside {
                    {inside(one, props)}
                } else {
                    <p class="quiet">{words.no_choice}</p>
                }
            </div>
        </section>
    }
}

fn is_thread(one: &scene::Inspector) -> bool {
    matches!(one.chip.who, Who::Thread(_))
}

fn inside(task: &scene::Inspector, props: &InspectorProps) -> Html {
    let words = texts(props.lang);
    let state = if is_thread(task) { thread_state_text } else { state_text };
    html! {
        <div class={colour(&task.chip)}>
            <p class="who-is"><ChipView chip={task.chip.clone()} class={classes!("big")} lang={props.lang} /><span class="quiet">{state(task.state, props.lang)}
                if task.name != task.chip.full {
                    {" · "}{&*task.name}
                }
            </span></p>
            if let Some(waiting) = &task.waiting {
                <p class="why">{sentence(waiting)}</p>
            }
            if let Some(result) = &task.result {
                <p class="why">{words.result}{" "}<code>{&**result}</code></p>
            }
            if !task.frames.is_empty() {
                <h3>{if is_thread(task) { words.call_stack } else { words.await_chain }}</h3>
                <ol class="frames">
                    {frames(props, task)}
                </ol>
                if props.known.computing {
                    <p class="quiet">{words.locals_computing}</p>
                }
            }
            <p class="quiet">{sentence(&task.created)}</p>
            if let Some(cancelled) = &task.cancelled {
                <p class="quiet">{sentence(cancelled)}</p>
            }
            <p class="quiet">{sentence(&task.totals)}</p>
        </div>
    }
}

/// So many of the outermost frames and of the innermost are shown: a recursion may have hundreds.
const OUTERMOST: usize = 3;
const INNERMOST: usize = 9;

/// A waiting task's frames are recorded; of one that runs, and of a thread, the second run has brought all, and what is
/// recorded is the innermost.
fn frames(props: &InspectorProps, task: &scene::Inspector) -> Html {
    let line = task.frames.last().map(|frame| frame.line);
    // Where it does not halt before the task's next line, the second run has gone on.
    let runs = |known: &Locals| known.last().map(|view| view.line) == line && props.known.step == props.step;
    let running = matches!(task.state, LaneState::Running | LaneState::Blocked);
    let whole = |known: &&Locals| if is_thread(task) { !known.is_empty() } else { running && runs(known) };
    if let Some(known) = props.known.frames.as_ref().filter(whole) {
        let name = |full: &str| AttrValue::from(full.rsplit("<locals>.").next().unwrap_or(full).to_string());
        let shown = |view: &FrameView| frame(props, name(&view.name), view.line, &view.locals);
        let hidden = OUTERMOST..known.len().saturating_sub(INNERMOST).max(OUTERMOST);
        return html! {
            <>
                {for known.iter().take(hidden.start).map(shown)}
                if !hidden.is_empty() {
                    <li><p class="call">{format!("+{}", hidden.len())}</p></li>
                }
                {for known.iter().skip(hidden.end).map(shown)}
            </>
        };
    }
    let recorded = task.frames.iter().enumerate().filter(|(_, line)| &*line.name != "native");
    html! {
        {for recorded.map(|(index, line)| frame(props, line.name.to_string().into(), line.line, locals(props, task, index)))}
    }
}

fn frame(props: &InspectorProps, name: AttrValue, line: u32, locals: &[(Rc<str>, String)]) -> Html {
    let words = texts(props.lang);
    html! {
        <li>
            <p class="call"><span>{name}</span>
                if line > 0 {
                    <span class="at">{fill(words.line, &[&line.to_string()])}</span>
                }
            </p>
            if !locals.is_empty() {
                <dl class="locals" aria-label={words.locals}>
                    {for locals.iter().map(|(name, value)| html! { <div><dt>{&**name}{" ="}</dt>{" "}<dd>{value}</dd></div> })}
                </dl>
            }
        </li>
    }
}

/// The variables of a task's frame, if the second run has brought them: its frames are told by their names.
fn locals<'a>(props: &'a InspectorProps, task: &scene::Inspector, frame: usize) -> &'a [(Rc<str>, String)] {
    let Some(known) = &props.known.frames else { return &[] };
    let (mut at, mut found) = (0, None);
    for (index, line) in task.frames[..=frame].iter().enumerate() {
        let Some(skipped) = known[at..]
            .iter()
            .position(|view| *view.name == *line.name || view.name.ends_with(&format!(".{}", line.name)))
        else {
            continue;
        };
        if index == frame {
            found = Some(&known[at + skipped]);
        }
        at += skipped + 1;
    }
    found.map_or(&[], |view| &view.locals)
}
