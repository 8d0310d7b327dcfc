//! The timeline: a lane for each task over time; a click or drag picks a step.

use super::dom::{self, head_role, part_role, px};
use super::frame::{COARSE, Follow, Frame, Scrolled, Sizes, use_follow, watch};
use super::lane::{GroupView, LaneRow, SLIM, Size, ThreadView, state_text};
use super::playback::Glide;
use super::plot::{self, Grid, Patterns, View};
use super::pointing::{Plane, Touch, rove_lanes};
use super::ruler::{Ruler, tick_at};
use super::sentence::task_of;
use super::shared::Shared;
use super::store::Store;
use super::texts::texts;
use super::tools::Tools;
use crate::scene;
use crate::scene::{
    AxisKind, Because, Lane, LaneGroup, LaneState, Lang, Row, ThreadRow, ThreadState, TimelineNow, TimelinePlan, Who,
};
use crate::trace::TaskId;
use std::rc::Rc;
use yew::prelude::*;

/// More rows than this are drawn only where they are seen.
const WHOLE: usize = 200;
/// More arrows than these at one step say no more.
const MOST_ARROWS: usize = 40;
/// With more rows than these the timeline takes half of the height.
const FEW: usize = 6;
/// Room to the right of the plot, for the marks of what ends last.
const MARGIN: f64 = 32.0;
/// Room to its left, for the playhead's knob at step 0; in the styles too.
pub const LEFT: f64 = 8.0;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub lang: Lang,
    pub plan: Option<Shared<TimelinePlan>>,
    pub rows: Shared<Vec<RowRef>>,
    pub now: Option<Shared<TimelineNow>>,
    pub axis: AxisKind,
    pub zoom: f64,
    pub chosen: Option<Who>,
    pub glide: Option<Glide>,
    /// Some group's lanes are shown one by one.
    pub unfolded: bool,
    /// The playhead and the lane that runs are kept in view.
    pub follow: bool,
    /// What is looked for; None: there are too few lanes.
    pub search: Option<Rc<str>>,
    pub beside: Option<Beside>,
    /// The answer to «Why here?», which is drawn here too.
    pub because: Option<Shared<Vec<(Because, u64)>>>,
    /// Shows the timeline as a table.
    pub ontable: Callback<()>,
    pub store: Store,
}

/// A row behind a pointer of its own, so that a row that has not changed is seen not to have.
#[derive(Clone, PartialEq)]
pub enum RowRef {
    Lane(Shared<Lane>),
    Thread(Shared<ThreadRow>),
    Group(Shared<LaneGroup>),
    /// Above a process's threads, where there are several processes.
    Process(Rc<str>),
    /// Between this run's rows and those of the kept one: what to say of both.
    Divide(Rc<str>),
}

/// A kept run, drawn under this one on the same clock. The rows of both stand in one list.
#[derive(Clone, PartialEq)]
pub struct Beside {
    pub plan: Shared<TimelinePlan>,
    pub now: Shared<TimelineNow>,
    /// The row at which the kept run's begin.
    pub first: usize,
}

pub fn row_refs(plan: &TimelinePlan) -> Vec<RowRef> {
    let row = |row: &Row| match row {
        Row::Process(process) => RowRef::Process(process.name.clone()),
        Row::Lane(lane) => RowRef::Lane(lane.clone().into()),
        Row::Thread(thread) => RowRef::Thread(Shared::new(thread.clone())),
        Row::Group(group) => RowRef::Group(Shared::new(group.clone())),
    };
    plan.rows.iter().map(row).collect()
}

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let words = texts(props.lang);
    let scroll = use_node_ref();
    let frame = use_state_eq(Frame::default);
    let scrolled = use_memo((), |_| Scrolled::default());
    {
        let (scroll, frame, scrolled) = (scroll.clone(), frame.setter(), scrolled.clone());
        use_effect_with((), move |_| watch(scroll, frame, scrolled));
    }
    let tasks =
        props.plan.as_ref().is_none_or(|plan| plan.rows.iter().any(|row| matches!(row, Row::Lane(_) | Row::Group(_))));
    html! {
        <section role={part_role()} class={classes!("panel", "timeline", (props.rows.len() > FEW).then_some("many"))} data-testid="timeline" aria-label={words.timeline_name}>
            <svg class="patterns" width="0" height="0" aria-hidden="true"><Patterns /></svg>
            <header role={head_role()}>
                <h2>{if tasks { words.tasks } else { words.threads }}</h2>{legend(props.lang)}<span class="grow"></span>
                <Tools lang={props.lang} axis={props.axis} zoom={props.zoom} unfolded={props.unfolded} follow={props.follow} search={props.search.clone()}
                    kept={props.beside.is_some()} ontable={props.ontable.clone()} store={props.store.clone()} />
            </header>
            <div class="scroll" ref={scroll} tabindex="-1">
                if let (Some(plan), Some(now)) = (&props.plan, &props.now) {
                    if frame.width > 0.0 {
                        <Canvas lang={props.lang} plan={plan.clone()} rows={props.rows.clone()} now={now.clone()} frame={*frame} scrolled={Shared::from(scrolled.clone())}
                            zoom={props.zoom} follow={props.follow} chosen={props.chosen} glide={props.glide} beside={props.beside.clone()} because={props.because.clone()} store={props.store.clone()} />
                    }
                    if props.rows.is_empty() {
                        <p class="quiet empty">{words.nothing_found}</p>
                    }
                } else {
                    <p class="quiet empty">{words.no_tasks}</p>
                }
            </div>
        </section>
    }
}

/// What the patterns mean.
fn legend(lang: Lang) -> Html {
    let one = |state: LaneState| html! { <span>{plot::swatch(state, 18)}{state_text(state, lang)}</span> };
    html! {
        <p class="legend">{for [LaneState::Running, LaneState::Ready, LaneState::Waiting, LaneState::Blocked].map(one)}</p>
    }
}

#[derive(Properties, PartialEq)]
struct CanvasProps {
    lang: Lang,
    plan: Shared<TimelinePlan>,
    rows: Shared<Vec<RowRef>>,
    now: Shared<TimelineNow>,
    frame: Frame,
    scrolled: Shared<Scrolled>,
    zoom: f64,
    follow: bool,
    chosen: Option<Who>,
    glide: Option<Glide>,
    beside: Option<Beside>,
    because: Option<Shared<Vec<(Because, u64)>>>,
    store: Store,
}

#[component]
fn Canvas(props: &CanvasProps) -> Html {
    let Sizes { name, axis, .. } = props.frame.size;
    let size = size_of_lanes(&props.rows, props.frame);
    let lane = size.height;
    let width = ((props.frame.width - name - MARGIN) * props.zoom).max(60.0);
    let heights = tops(&props.rows, lane);
    let all = *heights.last().unwrap_or(&0.0);
    let height = axis + all;
    let playhead = props.now.playhead as f64 * width;
    let canvas = use_node_ref();
    let touch = use_mut_ref(Touch::default);
    let plane = Plane {
        store: props.store.clone(),
        plan: props.plan.clone(),
        zoom: props.zoom,
        width,
        left: name + LEFT,
        touch,
    };
    use_parting(&canvas, playhead);
    use_glide(&canvas, props, playhead, width);
    let runs = |row: &RowRef| matches!(row, RowRef::Lane(lane) if Some(lane.task) == props.now.running);
    let running = props.rows.iter().position(runs).map(|index| (heights[index], heights[index + 1]));
    let to = Follow {
        on: props.follow,
        step: props.now.step,
        playhead,
        width,
        running,
        margin: MARGIN,
        aside: name + LEFT,
        axis,
        height,
    };
    let (left, top) = use_follow(&canvas, &props.scrolled, to);
    let view = View { width, from: left - props.frame.width, to: left + props.frame.width * 2.0 };
    let (first, end) = seen(&heights, props.rows.len(), top, props.frame.height);
    let [down, moved, up, left] = plane.listeners();
    html! {
        <div class="canvas" ref={canvas} onpointerdown={down} onpointermove={moved} onpointerup={up} onpointercancel={left} onwheel={plane.wheel()}>
            <svg class="grid" width={px(width)} height={px(height)} aria-hidden="true">
                <Grid plan={props.plan.clone()} view={view} top={axis} height={height} />
            </svg>
            <div class="ruler-row">
                <div class="corner"></div>
                <svg class="ruler" width={px(width)} height={px(axis)} aria-hidden="true"><Ruler plan={props.plan.clone()} now={tick_at(&props.plan.ticks, props.now.step)} view={view} height={axis} /><circle class="knob" cx={px(playhead)} cy={px(axis - 3.0)} r="4.5" /></svg>
            </div>
            <div class="lanes" role="grid" aria-label={texts(props.lang).tasks} aria-rowcount={props.rows.len().to_string()} onkeydown={Callback::from(rove_lanes)}>
                if first > 0 {
                    <svg class="spacer" width="1" height={px(heights[first])} aria-hidden="true"></svg>
                }
                {for (first..end).map(|index| row(props, index, view, size))}
                if end < props.rows.len() {
                    <svg class="spacer" width="1" height={px(all - heights[end])} aria-hidden="true"></svg>
                }
            </div>
            <svg class="over" width={px(width)} height={px(height)} aria-hidden="true">
                {for arrows(props, &heights, view, axis, lane)}
                <path class="playhead" d={format!("M{} {}V{}", px(playhead), px(axis - 4.0), px(height))} />
                {causes(props, &heights, view, axis, lane)}
            </svg>
        </div>
    }
}

fn length(x: f64) -> String {
    format!("{}px", px(x))
}

/// What has been, what will be, and how each is clipped at the playhead. In each lane by itself: of a `clipPath` in another
/// SVG WebKit does not see that it changes, and a length that all inherit would be looked up by all that they draw.
fn parted(playhead: f64) -> [(&'static str, String); 2] {
    let at = length(playhead);
    [
        (".lanes .past", format!("inset(-9px calc(100% - {at}) -9px -9px) view-box")),
        (".lanes .future", format!("inset(-9px -99px -9px {at}) view-box")),
    ]
}

/// Clips the lanes, of which some may be new, as often as they are drawn.
#[hook]
fn use_parting(canvas: &NodeRef, playhead: f64) {
    let canvas = canvas.clone();
    use_effect(move || {
        let Some(canvas) = canvas.cast::<web_sys::Element>() else { return };
        for (selector, clip) in parted(playhead) {
            for group in dom::all(&canvas, selector) {
                let _ = group.style().set_property("clip-path", &clip);
            }
        }
    });
}

/// While playing waits, the playhead moves on with the clock.
#[hook]
fn use_glide(canvas: &NodeRef, props: &CanvasProps, playhead: f64, width: f64) {
    let (canvas, plan) = (canvas.clone(), props.plan.clone());
    let beside = props.beside.as_ref().map(|beside| beside.plan.clone());
    use_effect_with((props.glide, props.now.step, playhead, width), move |(glide, ..)| {
        let mut running = Vec::new();
        if let (Some(glide), Some(canvas)) = (glide, canvas.cast::<web_sys::Element>()) {
            let kept = beside.as_ref().filter(|_| glide.kept).unwrap_or(&plan);
            let to = scene::x_of(&kept.knots, glide.to) as f64 * width;
            for moved in [".playhead", ".knob"].map(|selector| canvas.query_selector(selector).ok().flatten()) {
                let there = format!("translateX({})", length(to - playhead));
                let moving =
                    |element| dom::glide(&element, [("transform", ["none".into(), there])], glide.after_ms, glide.ms);
                running.extend(moved.map(moving));
            }
            for ((selector, from), (_, to)) in parted(playhead).into_iter().zip(parted(to)) {
                let clipped = |group: web_sys::HtmlElement| {
                    dom::glide(&group, [("clipPath", [from.clone(), to.clone()])], glide.after_ms, glide.ms)
                };
                running.extend(dom::all(&canvas, selector).map(clipped));
            }
        }
        move || running.iter().for_each(dom::Animation::cancel)
    });
}

fn size_of_lanes(rows: &[RowRef], frame: Frame) -> Size {
    let sizes = frame.size;
    let room = sizes.room.min(frame.height - sizes.axis - 10.0);
    let lanes: f64 = rows.iter().map(|row| if is_slim(row) { SLIM } else { 1.0 }).sum();
    let height = (room / lanes.max(1.0)).clamp(sizes.lane, sizes.tallest).floor();
    Size { height, bar: (height * 0.46).round() }
}

/// The top of each row, and the bottom of the last.
fn tops(rows: &[RowRef], lane: f64) -> Vec<f64> {
    let mut tops = vec![0.0];
    for row in rows {
        tops.push(tops[tops.len() - 1] + if is_slim(row) { (lane * SLIM).round() } else { lane });
    }
    tops
}

fn is_slim(row: &RowRef) -> bool {
    matches!(row, RowRef::Thread(thread) if thread.slim) || matches!(row, RowRef::Divide(_) | RowRef::Process(_))
}

/// A lane, or a thread's row that is no mere strip.
fn can_be_chosen(row: &RowRef) -> bool {
    matches!(row, RowRef::Lane(_)) || matches!(row, RowRef::Thread(thread) if !thread.slim)
}

/// The rows that are drawn: those in the window at this coarse top, and a little more on either side.
fn seen(tops: &[f64], rows: usize, top: f64, height: f64) -> (usize, usize) {
    if rows <= WHOLE {
        return (0, rows);
    }
    let more = height * COARSE;
    let first = tops.partition_point(|at| *at < top - more).saturating_sub(1);
    let end = tops.partition_point(|at| *at < top + height + 2.0 * more);
    (first, end.min(rows))
}

fn row(props: &CanvasProps, index: usize, view: View, size: Size) -> Html {
    let number = index as u32 + 1;
    let kept = props.beside.as_ref().filter(|beside| index >= beside.first);
    // The one that Tab reaches.
    let first = props.chosen.is_none() && props.rows.iter().position(can_be_chosen) == Some(index);
    let (plan, now) = kept.map_or((&props.plan, &props.now), |beside| (&beside.plan, &beside.now));
    match &props.rows[index] {
        RowRef::Lane(lane) => {
            let at = now.lanes.binary_search_by_key(&lane.task, |now| now.task).ok();
            let state = at.map_or(LaneState::Created, |at| now.lanes[at].state);
            let says = scene::lane_says(lane, &plan.labels, state, now.step, props.lang).to_string();
            let chosen = props.chosen == Some(Who::Task(lane.task)) && kept.is_none();
            let (store, mark) = (kept.is_none().then(|| props.store.clone()), if kept.is_some() { "k" } else { "t" });
            html! {
                <LaneRow key={format!("{mark}{}", lane.task.0)} lang={props.lang} lane={lane.clone()} plan={plan.clone()} state={state} says={says}
                    view={view} size={size} chosen={chosen} reachable={chosen || first} index={number} store={store} />
            }
        }
        RowRef::Thread(thread) => {
            let at = now.threads.iter().find(|(id, _)| *id == thread.thread);
            let state = at.map_or(ThreadState::Created, |(_, state)| *state);
            let chosen = props.chosen == Some(Who::Thread(thread.thread)) && kept.is_none();
            let store = kept.is_none().then(|| props.store.clone());
            html! {
                <ThreadView key={format!("h{number}")} lang={props.lang} row={thread.clone()} plan={plan.clone()} state={state}
                    view={view} size={size} index={number} chosen={chosen} reachable={chosen || first} store={store} />
            }
        }
        RowRef::Group(group) => {
            let runs = |lane: &&Rc<Lane>| Some(lane.task) == now.running;
            let running = group.members.iter().map(|at| &plan.folded[*at as usize]).find(runs);
            let running = running.map(|lane| lane.chip.clone());
            let counts = scene::tally(group, plan, now);
            html! { <GroupView key={format!("g{index}")} lang={props.lang} group={group.clone()} running={running} counts={counts} store={props.store.clone()} view={view} size={size} index={number} /> }
        }
        RowRef::Process(name) => {
            let height = px((size.height * SLIM).round());
            html! {
                <div key={format!("p{number}")} class="divide process" role="row" aria-rowindex={number.to_string()} data-testid="process-row" title={name.to_string()}>
                    <span role="gridcell">{&**name}</span><svg width="1" height={height} aria-hidden="true"></svg>
                </div>
            }
        }
        RowRef::Divide(says) => html! {
            <div key="divide" class="divide" role="row" aria-rowindex={number.to_string()} data-testid="compared"><span role="gridcell">{&**says}</span></div>
        },
    }
}

/// The chain of causes that is asked for: its links by number, from the cause to the effect.
fn causes(props: &CanvasProps, tops: &[f64], view: View, axis: f64, lane: f64) -> Html {
    let Some(chain) = &props.because else { return html! {} };
    let place = |because: &Because| {
        let task = task_of(because.who.as_ref()?)?;
        let index = props.rows.iter().position(|row| matches!(row, RowRef::Lane(lane) if lane.task == task))?;
        let x = scene::x_of(&props.plan.knots, because.step) as f64 * view.width;
        Some((x, axis + tops[index] + lane / 2.0))
    };
    plot::chain(&chain.iter().map(|(because, _)| place(because)).collect::<Vec<_>>())
}

/// The arrows of this step.
fn arrows(props: &CanvasProps, tops: &[f64], view: View, axis: f64, lane: f64) -> Vec<Html> {
    let place = |task: TaskId| {
        let index = props.rows.iter().position(|row| matches!(row, RowRef::Lane(lane) if lane.task == task))?;
        let RowRef::Lane(found) = &props.rows[index] else { return None };
        Some((axis + tops[index] + lane / 2.0, found.chip.clone()))
    };
    let range = props.now.arrows.start as usize..props.now.arrows.end as usize;
    let all = props.plan.arrows.get(range).unwrap_or(&[]).iter().take(MOST_ARROWS);
    let drawn = all.filter_map(|arrow| {
        let ((y0, chip), (y1, _)) = (place(arrow.from)?, place(arrow.to)?);
        (y0 != y1).then(|| plot::arrow(arrow, Some(&chip), y0, y1, view))
    });
    drawn.collect()
}
