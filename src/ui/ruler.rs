//! The labels of the timeline's axis.

use super::dom::px;
use super::plot::{View, text_width};
use super::shared::Shared;
use crate::scene::{Tick, TickKind, TimelinePlan};
use crate::trace::sorted::sort_by_key;
use yew::prelude::*;

/// The instant, or the advance of the clock, in which a step lies: the one that reads «now».
pub fn tick_at(ticks: &[Tick], step: u32) -> Option<u32> {
    let reached = ticks.iter().filter(|tick| matches!(tick.kind, TickKind::Instant | TickKind::Advance));
    reached.rev().find(|tick| tick.step <= step).map(|tick| tick.step)
}

#[derive(Properties, PartialEq)]
pub struct RulerProps {
    pub plan: Shared<TimelinePlan>,
    /// See [`tick_at`].
    pub now: Option<u32>,
    pub view: View,
    pub height: f64,
}

/// The axis' labels: each centred over its mark, left out where it would touch another, the less round one first.
#[component]
pub fn Ruler(props: &RulerProps) -> Html {
    let RulerProps { plan, now, height, .. } = props;
    let places = use_memo((plan.clone(), props.view), |(plan, view)| labels_placed(&plan.ticks, *view));
    let is_now = |tick: &Tick| *now == Some(tick.step) && tick.kind != TickKind::Scale && !tick.label.is_empty();
    let text = |class: Option<&'static str>, tick: &Tick, middle: f64| {
        html! { <text class={classes!(class)} x={px(middle)} y={px(height - 9.0)} text-anchor="middle">{&*tick.label}</text> }
    };
    // The present instant is named whatever stands beside it.
    let here = plan.ticks.iter().find(|tick| is_now(tick)).map(|tick| (tick, extent(tick, props.view)));
    let hidden = |index: usize, middle: f64| {
        let half = text_width(&plan.ticks[index].label) / 2.0;
        here.is_some_and(|(_, (left, right))| middle + half + 2.0 > left && middle - half - 2.0 < right)
    };
    let middle_of_here = here.map_or(f64::MAX, |(_, (left, right))| (left + right) / 2.0);
    let beside = |before: bool| {
        let one = |&(index, middle): &(usize, f64)| {
            let beside = (middle < middle_of_here) == before && !hidden(index, middle);
            beside.then(|| text(None, &plan.ticks[index], middle))
        };
        html! { {for places.iter().filter_map(one)} }
    };
    html! {
        <>
            {beside(true)}
            {for here.map(|(tick, _)| text(Some("now"), tick, middle_of_here))}
            {beside(false)}
        </>
    }
}

/// Which ticks are labelled, and where the middle of each label is; in their order. Of many equally round ones either
/// most are labelled or none, so that those that are stand at even distances.
fn labels_placed(ticks: &[Tick], view: View) -> Vec<(usize, f64)> {
    const GAP: f64 = 8.0;
    const FEW: usize = 4;
    let seen = |tick: &Tick| {
        let (x0, x1) = (tick.x as f64 * view.width, tick.x1 as f64 * view.width);
        !tick.label.is_empty() && tick.kind != TickKind::Break && x1 >= view.from && x0 <= view.to
    };
    let mut wanted: Vec<_> = ticks
        .iter()
        .enumerate()
        .filter(|(_, tick)| seen(tick))
        .map(|(index, tick)| (index, roundness(&tick.label), extent(tick, view)))
        .collect();
    sort_by_key(&mut wanted, |&(_, round, _)| std::cmp::Reverse(round));
    let mut placed: Vec<(usize, f64, f64)> = Vec::new();
    for equals in wanted.chunk_by(|one, other| one.1 == other.1) {
        let before = placed.clone();
        for &(index, _, (left, right)) in equals {
            let at = placed.partition_point(|&(_, before, _)| before < left);
            let free_before = at == 0 || placed[at - 1].2 + GAP <= left;
            let free_after = placed.get(at).is_none_or(|&(_, after, _)| right + GAP <= after);
            if free_before && free_after {
                placed.insert(at, (index, left, right));
            }
        }
        if equals.len() > FEW && (placed.len() - before.len()) * 2 < equals.len() {
            placed = before;
        }
    }
    placed.into_iter().map(|(index, left, right)| (index, (left + right) / 2.0)).collect()
}

/// From where to where a tick's label would reach: it is centred over its mark, but stays within the plot.
fn extent(tick: &Tick, view: View) -> (f64, f64) {
    let half = text_width(&tick.label) / 2.0;
    let middle = (tick.x as f64 + tick.x1 as f64) / 2.0 * view.width;
    let middle = middle.clamp(half, (view.width - half).max(half));
    (middle - half, middle + half)
}

/// `10 s` is rounder than `5 s`, that than `6 s`, and that than `0.25 s`.
fn roundness(label: &str) -> i32 {
    let number = label.trim_start_matches('+').split(' ').next().unwrap_or_default();
    let five = |digits: &str| i32::from(digits.ends_with('5'));
    match number.split_once('.') {
        Some((_, decimals)) => five(decimals) - 2 * decimals.len() as i32,
        None if number == "0" => i32::MAX,
        None => {
            let digits = number.trim_end_matches('0');
            2 * (number.len() - digits.len()) as i32 + five(digits)
        }
    }
}
