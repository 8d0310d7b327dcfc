//! «Why here?»: a chain of causes from the trace, each of which can be visited.

use super::dom::{head_role, part_role};
use super::sentence::{colour, sentence};
use super::shared::Shared;
use super::state::Action;
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{Because, Lang, seconds};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct WhyProps {
    pub lang: Lang,
    /// The first is the thing asked about, then cause after cause, each with its time in ns.
    pub chain: Shared<Vec<(Because, u64)>>,
    pub step: u32,
    /// Not causes, but the last sentences.
    pub before: bool,
    /// Was the reader's guess right?
    pub guessed: Option<bool>,
    pub store: Store,
}

#[component]
pub fn WhyPanel(props: &WhyProps) -> Html {
    let words = texts(props.lang);
    let close = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Why(None)))
    };
    let link = |(because, ns): &(Because, u64)| {
        let (store, step) = (props.store.clone(), because.step);
        let go = Callback::from(move |_: MouseEvent| store.dispatch(Action::Go(step)));
        let place = fill(words.why_step, &[&step.to_string()]);
        let current = (step == props.step).then_some("step");
        html! {
            <li class={because.who.as_ref().map_or("task-none", colour)}>
                <button type="button" data-testid="because" data-step={step.to_string()} aria-current={current} onclick={go}>
                    <span>{sentence(&because.sentence)}</span>{" "}<span class="quiet figures">{seconds(*ns)}{" · "}{place}</span>
                </button>
            </li>
        }
    };
    let title = if props.before { words.earlier } else { words.why_here };
    let verdict = props.guessed.map(|right| if right { words.guess_right } else { words.guess_wrong });
    html! {
        <section role={part_role()} class={classes!("panel", "why", props.before.then_some("before"))} aria-label={title} data-testid={if props.before { "history" } else { "why" }}>
            <header role={head_role()}>
                if let Some(verdict) = verdict {
                    <strong role="status" data-testid="verdict" class={if props.guessed == Some(true) { "yes" } else { "no" }}>{verdict}</strong>
                }
                <h2>{title}</h2><span class="grow"></span>
                <button type="button" class="square" aria-label={words.close} title={words.close} onclick={close}>{"×"}</button></header>
            <ol class="scroll" tabindex="0">{for props.chain.iter().map(link)}</ol>
        </section>
    }
}
