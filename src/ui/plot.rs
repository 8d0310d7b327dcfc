//! The timeline's drawing: patterns of the states, segments with their labels, the grid, the playhead with
//! the arrows of its step. What lies after the playhead is drawn paler, not fainter: outlines and thinner hatching.

use super::dom::px;
use super::sentence::colour;
use super::shared::Shared;
use crate::scene::{Arrow, ArrowKind, Chip, LaneState, Segment, ThreadSegment, TickKind, TimelinePlan};
use std::rc::Rc;
use yew::prelude::*;

/// The part of the plot that is drawn, in px; a little more than is seen.
#[derive(Clone, Copy, PartialEq)]
pub struct View {
    pub width: f64,
    pub from: f64,
    pub to: f64,
}

/// The patterns, once for each colour.
#[component]
pub fn Patterns() -> Html {
    const COLOURS: [&str; 9] =
        ["task-0", "task-1", "task-2", "task-3", "task-4", "task-5", "task-6", "task-7", "task-none"];
    html! {
        <defs>
            {for COLOURS.iter().map(|name| html! {
                <g class={*name}>
                    {hatching(format!("waiting-{name}"), "", false)}
                    {hatching(format!("waiting-later-{name}"), "thin", false)}
                    {hatching(format!("blocked-{name}"), "", true)}
                    {hatching(format!("blocked-later-{name}"), "thin", true)}
                    {dotting(format!("ready-{name}"), 1.3)}
                    {dotting(format!("ready-later-{name}"), 0.8)}
                </g>
            })}
        </defs>
    }
}

fn hatching(id: String, class: &'static str, crossed: bool) -> Html {
    html! {
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class={classes!("ground", class)} width="6" height="6" />
            <path class={classes!("hatch", class)} d={if crossed { "M.8 0V6M0 .8H6" } else { "M.8 0V6" }} />
        </pattern>
    }
}

fn dotting(id: String, radius: f64) -> Html {
    html! {
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
            <circle class="dots" cx="2.5" cy="2.5" r={px(radius)} />
        </pattern>
    }
}

/// A stretch of a row in one state, in px.
#[derive(Clone, Copy)]
pub struct Stretch {
    pub x0: f64,
    pub x1: f64,
    pub state: LaneState,
    pub label: u32,
}

impl Stretch {
    fn is_narrow(&self) -> bool {
        use LaneState::{Blocked, Ready, Running, Waiting};
        self.x1 - self.x0 < NARROW && matches!(self.state, Running | Ready | Waiting | Blocked)
    }
}

pub fn of_lane(segments: &[Segment], width: f64) -> Vec<Stretch> {
    let stretch = |segment: &Segment| Stretch {
        x0: segment.x0 as f64 * width,
        x1: segment.x1 as f64 * width,
        state: segment.state,
        label: segment.label,
    };
    segments.iter().map(stretch).collect()
}

pub fn of_thread(segments: &[ThreadSegment], width: f64) -> Vec<Stretch> {
    let stretch = |segment: &ThreadSegment| Stretch {
        x0: segment.x0 as f64 * width,
        x1: segment.x1 as f64 * width,
        state: segment.state.into(),
        label: segment.label,
    };
    segments.iter().map(stretch).collect()
}

/// A row's stretches, drawn twice: as past and as future, each clipped at the playhead. All of one state are one path:
/// rows come and go by the dozen while the playhead moves among many lanes.
pub fn bars(stretches: &[Stretch], labels: &[Rc<str>], class: &'static str, view: View, height: f64, bar: f64) -> Html {
    let top = (height - bar) / 2.0;
    let drawn = drawn(stretches, view);
    let mut paths = Paths::default();
    for stretch in &drawn {
        paths.add(stretch, top, bar);
    }
    let [ready, waiting, blocked, edges, running] = paths.all.map(AttrValue::from);
    let layer = |later: bool| {
        let filled = |path: &AttrValue, name: &str| {
            let fill = format!("url(#{name}{}-{class})", if later { "-later" } else { "" });
            (!path.is_empty()).then(|| html! { <path d={path.clone()} fill={fill} /> })
        };
        let plain = |path: &AttrValue, class: &'static str| {
            (!path.is_empty()).then(|| html! { <path class={class} d={path.clone()} /> })
        };
        let all = html! {
            <>
                {filled(&ready, "ready")}{filled(&waiting, "waiting")}{filled(&blocked, "blocked")}
                {plain(&edges, "seg edge")}{plain(&running, "seg running")}
                {for drawn.iter().filter_map(|stretch| mark_of(stretch, top, bar))}
                {labels_of(&drawn, labels, height)}
            </>
        };
        clipped(later, all)
    };
    html! {
        <>
            {layer(false)}
            {layer(true)}
        </>
    }
}

/// The paths of a row: ready, waiting, blocked, their edges, running.
#[derive(Default)]
struct Paths {
    all: [String; 5],
}

impl Paths {
    fn add(&mut self, stretch: &Stretch, top: f64, bar: f64) {
        let (x, width) = (stretch.x0, stretch.x1 - stretch.x0);
        let at = match stretch.state {
            LaneState::Ready => 0,
            LaneState::Waiting => 1,
            LaneState::Blocked => 2,
            LaneState::Running => {
                // A run is shown higher than a wait, and never narrower than can be seen.
                let wide = width.max(4.0);
                return boxed(&mut self.all[4], x - (wide - width) / 2.0 + 0.5, top - 3.0, wide - 1.0, bar + 6.0);
            }
            _ => return,
        };
        boxed(&mut self.all[at], x, top, width, bar);
        if width >= NARROW {
            boxed(&mut self.all[3], x + 0.5, top + 0.5, (width - 1.0).max(0.5), bar - 1.0);
        }
    }
}

/// A box with round corners.
fn boxed(path: &mut String, x: f64, y: f64, width: f64, height: f64) {
    let r = (width / 2.0).min(2.5);
    let [left, top, wide, high] = [x + r, y, width - 2.0 * r, height - 2.0 * r].map(px);
    let (r, back, up) = (px(r), px(2.0 * r - width), px(2.0 * r - height));
    let corner = |to: &str| ["a", &r, " ", &r, " 0 0 1 ", to].concat();
    let [a, b, c, d] = [["", &r, " ", &r], ["-", &r, " ", &r], ["-", &r, " -", &r], ["", &r, " -", &r]];
    for piece in [
        &["M", &*left, " ", &top, "h", &wide].concat(),
        &corner(&a.concat()),
        &["v", &*high].concat(),
        &corner(&b.concat()),
        &["h", &*back].concat(),
        &corner(&c.concat()),
        &["v", &*up].concat(),
        &corner(&d.concat()),
    ] {
        path.push_str(piece);
    }
    path.push('z');
}

/// Stretches narrower than this, in px, are thinned out: one of them stands for its neighbours.
const NARROW: f64 = 3.0;

/// What is in view. Of a crowd of narrow stretches one in [`NARROW`] is left, a run before a wait.
fn drawn(stretches: &[Stretch], view: View) -> Vec<Stretch> {
    let mut seen: Vec<Stretch> = Vec::new();
    let mut free = f64::MIN;
    for stretch in stretches.iter().filter(|stretch| stretch.x1 >= view.from && stretch.x0 <= view.to) {
        if !stretch.is_narrow() {
            seen.push(*stretch);
        } else if stretch.x0 >= free {
            free = stretch.x0 + NARROW;
            seen.push(*stretch);
        } else if stretch.state == LaneState::Running
            && let Some(last) = seen.last_mut().filter(|last| last.is_narrow())
        {
            *last = *stretch;
        }
    }
    seen
}

/// The sign of how a task ended, and its class.
pub fn mark(state: LaneState) -> Option<(&'static str, &'static str)> {
    match state {
        LaneState::Done => Some(("✓", "")),
        LaneState::Failed => Some(("✗", "failed")),
        LaneState::Cancelled => Some(("⊘", "cancelled")),
        _ => None,
    }
}

/// A piece of a bar, to say what its pattern means.
pub fn swatch(state: LaneState, width: u32) -> Html {
    let fill = match state {
        LaneState::Ready => "url(#ready-task-none)",
        LaneState::Waiting => "url(#waiting-task-none)",
        LaneState::Blocked => "url(#blocked-task-none)",
        _ => "var(--c)",
    };
    html! {
        <svg class="task-none" width={width.to_string()} height="10" aria-hidden="true">
            <rect width="100%" height="10" rx="2" fill={fill} /><rect class="seg edge" x=".5" y=".5" width={(width - 1).to_string()} height="9" rx="2" />
        </svg>
    }
}

/// What is drawn before the playhead or, paler, after it.
pub fn clipped(later: bool, drawn: Html) -> Html {
    html! {
        <g class={if later { "future" } else { "past" }}>{drawn}</g>
    }
}

/// How a task has ended.
fn mark_of(stretch: &Stretch, top: f64, bar: f64) -> Option<Html> {
    let (sign, class) = mark(stretch.state)?;
    let (x, y) = (px(stretch.x0 + 3.0), px(top + bar / 2.0 + 4.0));
    Some(html! { <text class={classes!("mark", class)} x={x} y={y}>{sign}</text> })
}

/// A row lower than this has no room for text.
const LEAST_FOR_TEXT: f64 = 38.0;

/// The texts on a row's bars, where they fit: one element for all of them, as the paths are.
fn labels_of(stretches: &[Stretch], labels: &[Rc<str>], height: f64) -> Html {
    let middle = height / 2.0;
    let mut backs = String::new();
    let mut texts = Vec::new();
    for stretch in stretches {
        let Some((text, width)) = label_of(stretch, labels).filter(|_| height >= LEAST_FOR_TEXT) else { continue };
        boxed(&mut backs, stretch.x0 + 5.0, middle - 7.5, width, 15.0);
        texts.push(html! { <tspan x={px(stretch.x0 + 9.0)}>{text}</tspan> });
    }
    if texts.is_empty() {
        return html! {};
    }
    html! { <><path class="back" d={backs} /><text class="label" y={px(middle + 4.0)}>{for texts}</text></> }
}

/// The text on a bar and the width of its ground in px, if it fits.
fn label_of<'a>(stretch: &Stretch, labels: &'a [Rc<str>]) -> Option<(&'a str, f64)> {
    let text = labels.get(stretch.label as usize).filter(|text| !text.is_empty())?;
    let (room, wanted) = (stretch.x1 - stretch.x0 - 10.0, text_width(text) + 8.0);
    let fits = matches!(stretch.state, LaneState::Waiting | LaneState::Blocked) && wanted <= room;
    fits.then_some((&**text, wanted))
}

/// About how wide a small text is, in px.
pub fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|c| {
            if c as u32 >= 0x2E80 {
                11.5
            } else if matches!(c, 'i' | 'l' | '.' | ',' | ' ' | '(' | ')' | '1') {
                4.4
            } else {
                6.5
            }
        })
        .sum()
}

#[derive(Properties, PartialEq)]
pub struct GridProps {
    pub plan: Shared<TimelinePlan>,
    pub view: View,
    pub top: f64,
    pub height: f64,
}

/// Bands of instants, lines of round steps, columns of advances, breaks. None of it depends on the step.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let GridProps { plan, view, top, height } = props;
    let (view, top, height, ticks) = (*view, *top, *height, &plan.ticks);
    let seen =
        ticks.iter().filter(|tick| tick.x1 as f64 * view.width >= view.from && tick.x as f64 * view.width <= view.to);
    html! {
        {for seen.map(|tick| {
            let (x0, x1) = (tick.x as f64 * view.width, tick.x1 as f64 * view.width);
            match tick.kind {
                TickKind::Instant | TickKind::Advance => html! {
                    <>
                        <rect class="band" x={px(x0)} y={px(top)} width={px((x1 - x0).max(1.0))} height={px(height - top)} />
                        <path class="edge" d={format!("M{} {}V{}", px(x0), px(top), px(height))} />
                    </>
                },
                TickKind::Scale => html! { <path class="edge" d={format!("M{} {}V{}", px(x0), px(top), px(height))} /> },
                TickKind::Break => {
                    let x = px((x0 + x1) / 2.0);
                    html! { <path class="break" d={format!("M{x} {y}m-5 4l4 -12m4 12l4 -12M{x} {y}V{}", px(height), y = px(top - 6.0))} /> }
                }
            }
        })}
    }
}

/// An arrow from lane to lane: what it means shows in its line.
pub fn arrow(arrow: &Arrow, chip: Option<&Chip>, y0: f64, y1: f64, view: View) -> Html {
    let (x0, x1) = (arrow.x0 as f64 * view.width, arrow.x1 as f64 * view.width);
    let kind = match arrow.kind {
        ArrowKind::Spawned => "spawned",
        ArrowKind::Woke => "woke",
        ArrowKind::Cancelled => "cancelled",
    };
    let down = if y1 > y0 { 1.0 } else { -1.0 };
    let (start, tip) = (y0 + 12.0 * down, y1 - 14.0 * down);
    let bend = 18.0 + (y1 - y0).abs() / 12.0;
    let curve = format!(
        "M{} {}C{} {} {} {} {} {}",
        px(x0),
        px(start),
        px(x0 + bend),
        px(start + 8.0 * down),
        px(x1 + bend),
        px(tip - 10.0 * down),
        px(x1),
        px(tip - 4.0 * down)
    );
    let head = format!("M{} {}l4 {h}h-8z", px(x1), px(tip), h = px(-7.0 * down));
    html! {
        <g class={chip.map_or("task-none", colour)}>
            <path class={classes!("arrow-line", kind)} d={curve} />
            <path class={classes!("arrow-head", kind)} d={head} />
        </g>
    }
}

/// «Why here?» on the timeline: each link that has a lane, numbered as in the list, and a line from cause to effect.
pub fn chain(links: &[Option<(f64, f64)>]) -> Html {
    let places: Vec<(usize, f64, f64)> =
        links.iter().enumerate().filter_map(|(index, place)| place.map(|(x, y)| (index + 1, x, y))).collect();
    // Links of one moment stand side by side.
    let mut drawn: Vec<(usize, f64, f64)> = Vec::new();
    for (number, x, y) in places {
        let taken = |x: f64| drawn.iter().any(|(_, x0, y0)| (x0 - x).abs() < 15.0 && (y0 - y).abs() < 15.0);
        let free = (0..6).map(|turn| x - turn as f64 * 17.0).find(|x| !taken(*x)).unwrap_or(x);
        drawn.push((number, free, y));
    }
    html! {
        <g class="chain" data-testid="why-arrows">
            {for drawn.windows(2).map(|pair| {
                let ((_, x1, y1), (_, x0, y0)) = (pair[0], pair[1]);
                html! { <path class="link" d={format!("M{} {}L{} {}", px(x0), px(y0), px(x1), px(y1))} /> }
            })}
            {for drawn.iter().map(|(number, x, y)| html! {
                <>
                    <circle class="stop" cx={px(*x)} cy={px(*y)} r="8" />
                    <text class="count" x={px(*x)} y={px(*y + 3.5)} text-anchor="middle">{*number}</text>
                </>
            })}
        </g>
    }
}
