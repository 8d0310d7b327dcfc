//! The timeline's rows: a task's lane, a thread's row, a group of folded sisters.

use super::dom::px;
use super::plot::{self, View};
use super::sentence::{class_of, colour, ends};
use super::shared::Shared;
use super::state::Action;
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{
    self, Chip, GroupCount, Lane, LaneGroup, LaneState, Lang, ThreadRow, ThreadState, TimelinePlan, Who, unbroken,
};
use yew::prelude::*;

/// The word of `data-state`. A task whose thread is blocked runs, as far as asyncio can tell.
pub fn state_word(state: LaneState) -> &'static str {
    match state {
        LaneState::Created => "created",
        LaneState::Ready => "ready",
        LaneState::Running | LaneState::Blocked => "running",
        LaneState::Waiting => "waiting",
        LaneState::Done => "done",
        LaneState::Failed => "failed",
        LaneState::Cancelled => "cancelled",
    }
}

/// The state of a thread for the reader.
pub fn thread_state_text(state: LaneState, lang: Lang) -> &'static str {
    if state == LaneState::Created { texts(lang).state_unstarted } else { state_text(state, lang) }
}

/// The state for the reader.
pub fn state_text(state: LaneState, lang: Lang) -> &'static str {
    let words = texts(lang);
    match state {
        LaneState::Created => words.state_created,
        LaneState::Ready => words.state_ready,
        LaneState::Running => words.state_running,
        LaneState::Waiting => words.state_waiting,
        LaneState::Blocked => words.state_blocked,
        LaneState::Done => words.state_done,
        LaneState::Failed => words.state_failed,
        LaneState::Cancelled => words.state_cancelled,
    }
}

/// A slim row's part of a row's height.
pub const SLIM: f64 = 0.5;

/// A row's size in px, from tokens.css.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Size {
    pub height: f64,
    pub bar: f64,
}

#[derive(Properties, PartialEq)]
pub struct LaneRowProps {
    pub lang: Lang,
    pub lane: Shared<Lane>,
    pub plan: Shared<TimelinePlan>,
    pub state: LaneState,
    pub says: AttrValue,
    pub view: View,
    pub size: Size,
    pub chosen: bool,
    /// The one that Tab reaches.
    pub reachable: bool,
    pub index: u32,
    /// None: a kept run's lane, which cannot be chosen.
    pub store: Option<Store>,
}

#[component]
pub fn LaneRow(props: &LaneRowProps) -> Html {
    let lane = &props.lane;
    let choose = {
        let (store, task) = (props.store.clone(), lane.task);
        Callback::from(move |_: MouseEvent| {
            if let Some(store) = &store {
                store.dispatch(Action::Choose(Some(Who::Task(task))));
            }
        })
    };
    let depth = match lane.depth {
        0 => "",
        1 => "depth-1",
        2 => "depth-2",
        _ => "depth-3",
    };
    let kept = props.store.is_none();
    let class = classes!("lane", colour(&lane.chip), depth, props.chosen.then_some("chosen"), kept.then_some("kept"));
    let seen = format!("{} {}{}", lane.chip.label, state_text(props.state, props.lang), note_of(lane));
    let name = fill(texts(props.lang).choose_task, &[&seen]);
    let totals = totals(&lane.totals, &lane.name, props.lang);
    html! {
        <div class={class} role="row" aria-rowindex={props.index.to_string()} data-testid={if kept { "kept-lane" } else { "lane" }} data-task={lane.name.to_string()} data-state={state_word(props.state)}>
            <div class="named" role="rowheader">
                <button type="button" class="name" aria-label={name} aria-pressed={props.chosen.to_string()} title={totals}
                    tabindex={if props.reachable { "0" } else { "-1" }} onclick={choose}>
                    <i></i><strong class="ends">{ends(&lane.chip.label, &lane.chip.own)}</strong>{" "}
                    <span>{state_text(props.state, props.lang)}<span class="of">{note_of(lane)}</span></span>
                </button>
            </div>
            <div role="gridcell">
                <LanePlot lane={lane.clone()} plan={props.plan.clone()} view={props.view} size={props.size} />
                <span class="hidden">{props.says.clone()}</span>
            </div>
        </div>
    }
}

fn note_of(lane: &Lane) -> String {
    if lane.note.is_empty() { String::new() } else { format!(" · {}", lane.note) }
}

fn totals(totals: &crate::scene::Totals, name: &str, lang: Lang) -> String {
    let [steps, runs] = [totals.steps, totals.runs].map(|count| count.to_string());
    let [running, ready, waiting, blocked] =
        [totals.running_ns, totals.ready_ns, totals.waiting_ns, totals.blocked_ns].map(scene::seconds);
    unbroken(&fill(texts(lang).lane_totals, &[&steps, &runs, &running, &ready, &waiting, &blocked, name]))
}

#[derive(Properties, PartialEq)]
struct LanePlotProps {
    lane: Shared<Lane>,
    plan: Shared<TimelinePlan>,
    view: View,
    size: Size,
}

/// Depends on no step: the playhead only moves the styles that clip it.
#[component]
fn LanePlot(props: &LanePlotProps) -> Html {
    let (view, size) = (props.view, props.size);
    let stretches = plot::of_lane(&props.lane.segments, view.width);
    html! {
        <svg class="plot" width={px(view.width)} height={px(size.height)} aria-hidden="true">
            {plot::bars(&stretches, &props.plan.labels, colour(&props.lane.chip), view, size.height, size.bar)}
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub struct ThreadViewProps {
    pub lang: Lang,
    pub row: Shared<ThreadRow>,
    pub plan: Shared<TimelinePlan>,
    pub state: ThreadState,
    pub view: View,
    pub size: Size,
    pub index: u32,
    pub chosen: bool,
    /// The one that Tab reaches.
    pub reachable: bool,
    /// None: of a run that is kept for comparison, which cannot be chosen.
    pub store: Option<Store>,
}

#[component]
pub fn ThreadView(props: &ThreadViewProps) -> Html {
    let (view, row) = (props.view, &props.row);
    let height = if row.slim { (props.size.height * SLIM).round() } else { props.size.height };
    let bar = if row.slim { 5.0 } else { props.size.bar };
    let words = texts(props.lang);
    let word = if props.state == ThreadState::Blocked { "blocked" } else { state_word(props.state.into()) };
    let state = thread_state_text(props.state.into(), props.lang);
    let stretches = plot::of_thread(&row.segments, view.width);
    let inner = html! {
        <><i></i><strong class="ends">{ends(&row.name, "")}</strong>
            if !row.slim {
                {" "}<span>{state}</span>
            }
        </>
    };
    let name = match &props.store {
        Some(store) if !row.slim => {
            let (store, thread) = (store.clone(), row.thread);
            let choose = Callback::from(move |_: MouseEvent| store.dispatch(Action::Choose(Some(Who::Thread(thread)))));
            let label = fill(words.choose_thread, &[&format!("{} {state}", row.name)]);
            html! {
                <button type="button" class="name" aria-label={label} aria-pressed={props.chosen.to_string()} title={row.name.to_string()}
                    tabindex={if props.reachable { "0" } else { "-1" }} onclick={choose}>{inner}</button>
            }
        }
        _ => html! { <span class="name" title={row.name.to_string()}>{inner}</span> },
    };
    let kept = props.store.is_none();
    html! {
        <div class={classes!("lane", "thread", class_of(row.colour), row.slim.then_some("slim"), props.chosen.then_some("chosen"))} role="row" aria-rowindex={props.index.to_string()}
            data-testid={if kept { "kept-thread" } else { "thread" }} data-thread={row.name.to_string()} data-state={word}>
            <div class="named" role="rowheader">{name}</div>
            <div role="gridcell">
                <svg class="plot" width={px(view.width)} height={px(height)} aria-hidden="true">
                    {plot::bars(&stretches, &props.plan.labels, class_of(row.colour), view, height, bar)}
                </svg>
                if row.slim {
                    <span class="hidden">{state}</span>
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct GroupViewProps {
    pub lang: Lang,
    pub group: Shared<LaneGroup>,
    /// The member that runs now.
    pub running: Option<Chip>,
    /// How many members are in each state now.
    pub counts: Vec<(LaneState, u32)>,
    pub store: Store,
    pub view: View,
    pub size: Size,
    pub index: u32,
}

/// Many sisters in one row: how many of them run, stand ready, wait and have ended, over time.
#[component]
pub fn GroupView(props: &GroupViewProps) -> Html {
    let (group, view, size) = (&props.group, props.view, props.size);
    let all = group.members.len();
    let mut seen = format!("{} ×{all}", group.label);
    for (state, count) in &props.counts {
        seen.push_str(&format!(" · {count} {}", state_text(*state, props.lang)));
    }
    let unfold = {
        let (store, label) = (props.store.clone(), group.label.clone());
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Unfold(label.clone())))
    };
    html! {
        <div class="lane group task-none" role="row" aria-rowindex={props.index.to_string()} data-testid="lane-group" data-count={all.to_string()}>
            <div class="named" role="rowheader">
                <button type="button" class="name" aria-expanded="false" title={seen} onclick={unfold}>
                    <i></i><strong class="ends">{ends(&group.label, "")}{" "}<b class="times">{format!("×{all}")}</b>
                        if let Some(running) = &props.running {
                            {" "}<span class={classes!("chip", "running", "member", colour(running))} title={running.full.to_string()}><span>{&*running.own}</span></span>
                        }
                    </strong>{" "}
                    <span class="counts">{for props.counts.iter().map(|(state, count)| html! {
                        <><span>{sign(*state)}{count}{" "}<span class="word">{state_text(*state, props.lang)}</span></span>{" "}</>
                    })}</span>
                    <span class="hidden">{fill(texts(props.lang).unfold, &[""])}</span>
                </button>
            </div>
            <div role="gridcell">
                <GroupPlot group={group.clone()} view={view} size={size} />
            </div>
        </div>
    }
}

/// A state's sign where there is no room for its word.
fn sign(state: LaneState) -> Html {
    html! { <span class="sign" aria-hidden="true">{plot::mark(state).map_or_else(|| plot::swatch(state, 10), |(sign, _)| html! { {sign} })}</span> }
}

#[derive(Properties, PartialEq)]
struct GroupPlotProps {
    group: Shared<LaneGroup>,
    view: View,
    size: Size,
}

/// Depends on no step.
#[component]
fn GroupPlot(props: &GroupPlotProps) -> Html {
    let (group, view, size) = (&props.group, props.view, props.size);
    let all = group.members.len() as f64;
    let waiting = stacked(&group.counts, all, view, size, |count| count.running + count.ready + count.waiting);
    let ready = stacked(&group.counts, all, view, size, |count| count.running + count.ready);
    let layers = |later: bool| {
        let layer = |path: &AttrValue, name: &str| {
            let fill = format!("url(#{name}{}-task-none)", if later { "-later" } else { "" });
            html! { <path class="stack" d={path.clone()} fill={fill} /> }
        };
        plot::clipped(later, html! { <>{layer(&waiting, "waiting")}{layer(&ready, "ready")}</> })
    };
    html! {
        <svg class="plot" width={px(view.width)} height={px(size.height)} aria-hidden="true">{layers(false)}{layers(true)}</svg>
    }
}

/// One layer of the stack: a path of steps, as high as its count.
fn stacked(counts: &[GroupCount], all: f64, view: View, size: Size, of: fn(&GroupCount) -> u32) -> AttrValue {
    let (floor, room) = (size.height - 5.0, size.height - 10.0);
    let mut path = format!("M0 {}", px(floor));
    let mut drawn = f64::MIN;
    for count in counts {
        let x = count.x0 as f64 * view.width;
        if x < drawn + 1.0 {
            continue;
        }
        drawn = x;
        path.push_str(&format!("H{}V{}", px(x), px(floor - of(count) as f64 / all.max(1.0) * room)));
    }
    path.push_str(&format!("H{}V{}Z", px(view.width), px(floor)));
    path.into()
}
