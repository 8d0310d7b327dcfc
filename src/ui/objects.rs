//! Queues, locks, semaphores, events… with what is in them and who waits.

use super::dom::{self, head_role, part_role};
use super::sentence::{ChipView, more};
use super::shared::Shared;
use super::store::Store;
use super::texts::{fill, texts};
use super::transport::rove_chips;
use crate::scene::{Chip, Few, IN_CELL, LaneState, Lang, Member, ObjectBody, ObjectView, Waiter, item_in_cell};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ObjectsProps {
    pub lang: Lang,
    pub objects: Shared<Vec<ObjectView>>,
    pub store: Store,
}

#[component]
pub fn Objects(props: &ObjectsProps) -> Html {
    let words = texts(props.lang);
    let list = use_node_ref();
    {
        // What the step is about comes into view.
        let list = list.clone();
        let touched = props.objects.iter().filter(|object| object.touched).map(|object| object.key);
        use_effect_with(touched.collect::<Vec<_>>(), move |_| {
            let list = list.cast::<web_sys::HtmlElement>();
            let first = list.as_ref().and_then(|list| list.query_selector(".touched").ok().flatten());
            if let (Some(list), Some(first)) = (list, first) {
                dom::reveal(list, first, 0.0);
            }
        });
    }
    html! {
        <section role={part_role()} class="panel objects" data-testid="objects" aria-label={words.objects}>
            <header role={head_role()}><h2>{words.objects}</h2></header>
            <div class="scroll" ref={list} tabindex="0" role="group" aria-label={words.objects} onkeydown={Callback::from(rove_chips)}>
                if props.objects.is_empty() {
                    <p class="quiet">{words.no_objects}</p>
                }
                {for props.objects.iter().map(|object| html! {
                    <Object key={object.key} lang={props.lang} object={object.clone()} store={props.store.clone()} />
                })}
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ObjectProps {
    lang: Lang,
    object: ObjectView,
    store: Store,
}

#[component]
fn Object(props: &ObjectProps) -> Html {
    let object = &props.object;
    // A lock's holder, or that it is free, and an event's flag say all that the note would.
    let drawn = matches!(object.body, ObjectBody::Held { places: None, .. } | ObjectBody::Flag { .. });
    let depth = match object.depth {
        0 => "",
        1 => "within",
        _ => "within deeper",
    };
    html! {
        <article class={classes!("object", depth, object.touched.then_some("touched"))} data-testid="object" data-kind={object.kind} data-name={object.name.to_string()}>
            <p><span class="name">{&*object.name}</span><span class="kind">{&*object.title}</span></p>
            if !object.note.is_empty() && !drawn {
                <p class="noted">{&*object.note}</p>
            }
            {body(props)}
        </article>
    }
}

fn body(props: &ObjectProps) -> Html {
    let words = texts(props.lang);
    match &props.object.body {
        ObjectBody::Queue { items, free, putters, getters, joiners } => html! {
            <>
                <div class={classes!("row-of", items.first.iter().any(|item| item_in_cell(item).chars().count() > IN_CELL).then_some("long"))}>
                    <div class="who left-of">{waiters(&named(putters, words.wants_to_put), words.no_putters, true, props)}</div>
                    <div class="cells">
                        {for items.first.iter().map(|item| html! { <span class="cell" title={item.to_string()}>{&*item_in_cell(item)}</span> })}
                        {more(items)}
                        {for (0..free.unwrap_or(0).min(8)).map(|_| html! { <span class="cell free"></span> })}
                        if free.is_none() && items.is_empty() {
                            <span class="cell free">{words.empty}</span>
                        }
                    </div>
                    <div class="who">{waiters(getters, words.no_getters, true, props)}</div>
                </div>
                if !joiners.is_empty() {
                    <p class="held"><span>{"join()"}{waiters(joiners, "", false, props)}</span></p>
                }
            </>
        },
        ObjectBody::Held { holders, places, waiters: waiting } => html! {
            <div class="held">
                if let Some((left, all)) = places {
                    {permits(*left, *all)}
                }
                if !holders.is_empty() {
                    <span>{words.held_by}{chips(holders, props)}</span>
                } else if places.is_none() {
                    <span class="flag">{words.free}</span>
                }
                {queue_of(waiting, props)}
            </div>
        },
        ObjectBody::Flag { set, waiters: waiting } => html! {
            <div class="held">
                <span class={classes!("flag", set.then_some("on"))}>{if *set { words.is_set } else { words.is_not_set }}</span>
                {queue_of(waiting, props)}
            </div>
        },
        ObjectBody::Barrier { there, parties, waiters: waiting } => html! {
            <div class="held">{permits(parties.saturating_sub(*there), *parties)}{queue_of(waiting, props)}</div>
        },
        ObjectBody::Scope { owner, members, ended, of, deadline } => html! {
            <div class="held">
                if let Some(owner) = owner {
                    <span>{words.waits_here}{chip(owner, false, props)}</span>
                }
                if *of > 0 {
                    <span class="figures">{format!("{ended} / {of}")}</span>
                }
                if !members.is_empty() {
                    <span>{for members.first.iter().map(|one| member(one, props))}{more(members)}</span>
                }
                if let Some(deadline) = deadline {
                    <span class="figures">{fill(words.due_at, &[deadline])}</span>
                }
            </div>
        },
        ObjectBody::Executor { workers, waiting, size } => html! {
            <div class="held">
                <span class="figures">{format!("{} / {size}", workers.total())}</span>
                {for workers.first.iter().map(|(worker, job)| html! { <span>{chip(worker, false, props)}<code>{&**job}</code></span> })}
                {more(workers)}
                {for waiting.first.iter().map(|job| html! { <span class="cell">{&**job}</span> })}
                {more(waiting)}
            </div>
        },
        ObjectBody::Future { state, waiters: waiting, value } => html! {
            <div class="held">
                <span class={classes!("flag", (*state == LaneState::Done).then_some("on"))}>{super::lane::state_text(*state, props.lang)}</span>
                if !value.is_empty() {
                    <code>{&**value}</code>
                }
                {queue_of(waiting, props)}
            </div>
        },
        ObjectBody::State(words) => html! { <p class="held">{&**words}</p> },
    }
}

fn chip(one: &Chip, brief: bool, props: &ObjectProps) -> Html {
    html! { <ChipView chip={one.clone()} {brief} lang={props.lang} store={props.store.clone()} /> }
}

fn chips(few: &Few<Chip>, props: &ObjectProps) -> Html {
    html! { <>{for few.first.iter().map(|one| chip(one, false, props))}{more(few)}</> }
}

/// `brief`: beside the cells, where there is little room.
fn waiters(few: &Few<Waiter>, nobody: &'static str, brief: bool, props: &ObjectProps) -> Html {
    html! {
        <>
            {for few.first.iter().map(|waiter| html! { <span class="waiter">{&*waiter.text}{chip(&waiter.chip, brief, props)}</span> })}
            {more(few)}
            if few.is_empty() {
                {nobody}
            }
        </>
    }
}

/// The same waiters, what they hold said in a phrase.
fn named(few: &Few<Waiter>, template: &str) -> Few<Waiter> {
    let phrase = |waiter: &Waiter| match &*waiter.text {
        "" => waiter.clone(),
        held => Waiter { chip: waiter.chip.clone(), text: fill(template, &[held]).into() },
    };
    Few { first: few.first.iter().map(phrase).collect(), more: few.more }
}

/// Who stands in line for it, if anyone does.
fn queue_of(few: &Few<Waiter>, props: &ObjectProps) -> Html {
    let words = texts(props.lang);
    html! {
        if !few.is_empty() {
            <span>{words.in_line}{waiters(few, "", false, props)}</span>
        }
    }
}

fn member(one: &Member, props: &ObjectProps) -> Html {
    let sign = match one.state {
        LaneState::Done => " ✓",
        LaneState::Failed => " ✗",
        LaneState::Cancelled => " ⊘",
        _ => "",
    };
    html! { <span class="waiter">{chip(&one.chip, false, props)}{sign}</span> }
}

/// So many places of a semaphore are drawn; of more it is said how many.
const MOST_PERMITS: u32 = 16;

/// A semaphore's places: taken ones, filled, come first.
fn permits(left: u32, all: u32) -> Html {
    html! {
        <span class="permits" role="img" aria-label={format!("{} / {all}", all.saturating_sub(left))}>
            {for (0..all.min(MOST_PERMITS)).map(|index| html! { <span class={classes!("permit", (index < all.saturating_sub(left)).then_some("taken"))}></span> })}
            if all > MOST_PERMITS {
                <span>{format!("+{}", all - MOST_PERMITS)}</span>
            }
        </span>
    }
}
