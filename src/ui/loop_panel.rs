//! The event loop: ready queue → running slot, and the timers by due time. A chip keeps its identity as it moves.
//! Where there is no loop: the threads.

use super::dom::{head_role, part_role};
use super::flip::use_flip;
use super::icons::{self, icon};
use super::sentence::{ChipView, colour, more};
use super::shared::Shared;
use super::store::Store;
use super::texts::{fill, texts};
use super::transport::rove_chips;
use crate::scene::{Few, HandleChip, Lang, LoopView, ThreadsView, TimerChip, Who, unbroken};
use crate::trace::HandleId;
use std::rc::Rc;
use yew::prelude::*;

/// A longer ready queue stands above the running slot, not beside it.
const ABREAST: usize = 4;

#[derive(Properties, PartialEq)]
pub struct LoopPanelProps {
    pub lang: Lang,
    /// Each with its thread's name.
    pub loops: Shared<Vec<(LoopView, Rc<str>)>>,
    pub threads: Option<Shared<ThreadsView>>,
    /// The reader guesses who is next: it is not said.
    pub guessing: bool,
    pub store: Store,
}

#[component]
pub fn LoopPanel(props: &LoopPanelProps) -> Html {
    let words = texts(props.lang);
    let panel = use_node_ref();
    use_flip(&panel, props.loops.clone());
    let turn = props
        .loops
        .first()
        .filter(|(view, _)| view.turn > 0)
        .map(|(view, _)| fill(words.turn, &[&view.turn.to_string()]));
    let title = if props.threads.is_some() { words.threads_in_turn } else { words.event_loop };
    html! {
        <section role={part_role()} class="panel loop" aria-label={title}>
            <header role={head_role()}>
                <h2>{title}</h2><span class="grow"></span>
                <span class="figures quiet">{turn}</span>
            </header>
            <div class="scroll" ref={panel} tabindex="0" role="group" aria-label={title} onkeydown={Callback::from(rove_chips)}>
                {for props.loops.iter().map(|(view, thread)| one_loop(view, thread, props))}
                if props.loops.is_empty() {
                    if let Some(threads) = &props.threads {
                        {threads_of(threads, props)}
                    } else {
                        {idle(props.lang)}
                    }
                }
            </div>
        </section>
    }
}

fn one_loop(view: &LoopView, thread: &str, props: &LoopPanelProps) -> Html {
    let words = texts(props.lang);
    html! {
        <div key={view.event_loop.0} class="one-loop" data-testid="loop" data-thread={thread.to_string()}>
            if !view.thread_name.is_empty() {
                <h3 class="of-thread">{&*view.thread_name}</h3>
            }
            <div class={classes!("flow", (view.ready.total() > ABREAST).then_some("long"))}>
                <div class="slot" data-testid="ready-queue">
                    <h3>{words.ready_queue}</h3>
                    {for view.ready.first.iter().map(|handle| handle_chip(handle, "", view.ready.total() <= 3, view.next, props))}
                    {more(&view.ready)}
                    if view.ready.is_empty() {
                        <span class="quiet">{words.empty}</span>
                    }
                </div>
                <span class="arrow" aria-hidden="true">{icon(icons::ARROW)}</span>
                <div class={classes!("slot", view.running.as_ref().map(|handle| classes!("active", colour(&handle.chip))))}>
                    <h3>{words.running}</h3>
                    if let Some(handle) = &view.running {
                        {handle_chip(handle, "running", handle.chip.label.chars().count() <= 12, None, props)}
                    } else {
                        <span class="quiet">{&*view.says}</span>
                    }
                </div>
            </div>
            <div class="part" data-testid="timers">
                <h3>{words.timers}</h3>
                {timers(&view.timers, view.next, props)}
            </div>
        </div>
    }
}

fn handle_chip(
    handle: &HandleChip,
    class: &'static str,
    big: bool,
    next: Option<HandleId>,
    props: &LoopPanelProps,
) -> Html {
    let testid = if class.is_empty() { Some("handle") } else { None };
    // It concerns a task without being its step: a timer's callback, a note to a gather.
    let about = !handle.is_step && matches!(handle.chip.who, Who::Task(_));
    let what = (about && big && !handle.text.is_empty()).then(|| handle.text.to_string());
    html! {
        <span key={handle.handle.0} class={classes!("moving", about.then_some("about"))} data-what={what} data-next={next_mark(handle, next, props)} data-testid={testid} data-flip={flip_key(handle)} data-handle={handle.handle.0.to_string()} title={unbroken(&handle.why)}>
            <ChipView chip={handle.chip.clone()} class={classes!(big.then_some("big"), class)} lang={props.lang} store={props.store.clone()} />
        </span>
    }
}

/// What the loop takes next says so.
fn next_mark(handle: &HandleChip, next: Option<HandleId>, props: &LoopPanelProps) -> Option<&'static str> {
    (next == Some(handle.handle) && !props.guessing).then(|| texts(props.lang).next)
}

/// A task's steps are handles of their own, but to the eye it is the task that goes round.
fn flip_key(handle: &HandleChip) -> String {
    format!("{:?}", handle.chip.who)
}

fn timers(timers: &Few<TimerChip>, next: Option<HandleId>, props: &LoopPanelProps) -> Html {
    let words = texts(props.lang);
    html! {
        if timers.is_empty() {
            <p class="quiet">{words.no_timers}</p>
        } else {
            <ul>
                {for timers.first.iter().map(|timer| html! {
                    <li key={timer.chip.handle.0} class="timer" data-testid="handle">
                        <span class="moving" data-next={next_mark(&timer.chip, next, props)} data-flip={flip_key(&timer.chip)} data-handle={timer.chip.handle.0.to_string()} title={unbroken(&timer.chip.why)}>
                            <ChipView chip={timer.chip.chip.clone()} lang={props.lang} store={props.store.clone()} />
                        </span>
                        <span class="what">{&*timer.chip.text}</span>
                        <span class="due figures"><strong>{&*timer.due}</strong><span>{fill(if timer.overdue { words.overdue } else { words.left }, &[&timer.left])}</span></span>
                    </li>
                })}
            </ul>
            {more(timers)}
        }
    }
}

/// Before anything has run the empty places are there, so that nothing moves later.
fn idle(lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <div data-testid="loop" data-thread="MainThread" class="one-loop">
            <div class="flow">
                <div class="slot" data-testid="ready-queue"><h3>{words.ready_queue}</h3><span class="quiet">{words.empty}</span></div>
                <span class="arrow" aria-hidden="true">{icon(icons::ARROW)}</span>
                <div class="slot"><h3>{words.running}</h3><span class="quiet">{words.nobody}</span></div>
            </div>
            <div class="part" data-testid="timers"><h3>{words.timers}</h3><p class="quiet">{words.no_timers}</p></div>
        </div>
    }
}

fn threads_of(threads: &ThreadsView, props: &LoopPanelProps) -> Html {
    let words = texts(props.lang);
    let chip = |chip: &crate::scene::Chip, class: &'static str| {
        html! { <ChipView chip={chip.clone()} class={classes!("big", class)} lang={props.lang} store={props.store.clone()} /> }
    };
    html! {
        <div class="one-loop">
            <div class="flow">
                <div class="slot">
                    <h3>{words.runnable}</h3>
                    {for threads.runnable.first.iter().map(|one| chip(one, ""))}
                    {more(&threads.runnable)}
                    if threads.runnable.is_empty() {
                        <span class="quiet">{words.empty}</span>
                    }
                </div>
                <span class="arrow" aria-hidden="true">{icon(icons::ARROW)}</span>
                <div class="slot">
                    <h3>{words.running}</h3>
                    if let Some(running) = &threads.running {
                        {chip(running, "running")}
                    } else {
                        <span class="quiet">{words.nobody}</span>
                    }
                </div>
            </div>
            <div class="part" hidden={threads.blocked.is_empty()}>
                <h3>{words.blocked}</h3>
                <ul>
                    {for threads.blocked.first.iter().map(|one| html! {
                        <li class="timer">{chip(&one.chip, "")}<span class="what">{&*one.by}</span><span class="due figures">{one.until.as_deref().unwrap_or("")}</span></li>
                    })}
                </ul>
                {more(&threads.blocked)}
            </div>
        </div>
    }
}
