//! The chosen task from inside: its await chain with locals, why it waits, who made it.

use super::dom::part_role;
use super::lane::state_text;
use super::locals::Known;
use super::sentence::{ChipView, colour, sentence, task_of};
use super::shared::Shared;
use super::texts::{fill, texts};
use crate::scene;
use crate::scene::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct InspectorProps {
    pub lang: Lang,
    pub task: Option<Shared<scene::Inspector>>,
    pub known: Known,
}

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let words = texts(props.lang);
    html! {
        <section role={part_role()} class="panel inspector" data-testid="inspector" aria-label={words.inspector}>
            <header><h2>{words.inspector}</h2></header>
            <div class="scroll" tabindex="0" role="group" aria-label={words.inspector}>
                if let Some(task) = &props.task {
                    {inside(task, props)}
                } else {
                    <p class="quiet">{words.no_choice}</p>
                }
            </div>
        </section>
    }
}

fn inside(task: &scene::Inspector, props: &InspectorProps) -> Html {
    let words = texts(props.lang);
    html! {
        <div class={colour(&task.chip)}>
            <p class="who-is"><ChipView chip={task.chip.clone()} class={classes!("big")} lang={props.lang} /><span class="quiet">{state_text(task.state, props.lang)}{" · "}{&*task.name}</span></p>
            if let Some(waiting) = &task.waiting {
                <p class="why">{sentence(waiting)}</p>
            }
            if let Some(result) = &task.result {
                <p class="why">{words.result}{" "}<code>{&**result}</code></p>
            }
            if !task.frames.is_empty() {
                <h3>{if task_of(&task.chip).is_some() { words.await_chain } else { words.call_stack }}</h3>
                <ol class="frames">
                    {for task.frames.iter().enumerate().filter(|(_, frame)| &*frame.name != "native").map(|(index, frame)| html! {
                        <li>
                            <p class="call"><span>{&*frame.name}</span>
                                if frame.line > 0 {
                                    <span class="at">{fill(words.line, &[&frame.line.to_string()])}</span>
                                }
                            </p>
                            {locals(props, task, index)}
                        </li>
                    })}
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

/// The variables of a frame, if the second run has brought them: its frames are told by their names.
fn locals(props: &InspectorProps, task: &scene::Inspector, frame: usize) -> Html {
    let Some(known) = &props.known.frames else { return html! {} };
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
    let Some(view) = found.filter(|view| !view.locals.is_empty()) else { return html! {} };
    html! {
        <dl class="locals" aria-label={texts(props.lang).locals}>
            {for view.locals.iter().map(|(name, value)| html! { <><dt>{&**name}{" ="}</dt><dd>{value}</dd></> })}
        </dl>
    }
}
