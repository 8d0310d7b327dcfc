//! The two axes of the timeline: where each step stands. Steps: evenly. Clock: instants open into bands in which their
//! steps stand side by side, waits share the rest, and a very long wait is broken.

use super::say::{duration, seconds};
use super::timeline_model::*;
use crate::player::Recording;
use crate::trace::sorted::sort_by;
use crate::trace::{EndReason, Event, Log};
use std::rc::Rc;

/// Width of a step's place on the steps axis and of a switch within a band, in px of the natural width.
const STEP_PX: f32 = 14.0;
/// A band is at least so wide and at most so wide.
const BAND_PX: (f32, f32) = (10.0, 120.0);
/// Waits share at least this.
const WAITS_PX: f32 = 480.0;
/// A wait longer than so many times the median wait is broken: drawn as long as that.
const BREAK_FACTOR: f64 = 8.0;

/// So many marks the steps axis has at most, about, if the clock stands still.
const STEP_MARKS: u32 = 16;

pub struct Axis {
    pub knots: Rc<[(u32, f32)]>,
    pub ticks: Vec<Tick>,
    pub natural_width: f32,
    pub clock_advances: bool,
}

/// x of a step: linear between the knots.
pub fn x_of(knots: &[(u32, f32)], step: u32) -> f32 {
    let after = knots.partition_point(|(knot, _)| *knot <= step);
    match (after.checked_sub(1).map(|at| knots[at]), knots.get(after)) {
        (Some((step0, x0)), Some((step1, x1))) => {
            x0 + (x1 - x0) * (step - step0) as f32 / (step1 - step0).max(1) as f32
        }
        (Some((_, x)), None) => x,
        (None, Some((_, x))) => *x,
        (None, None) => 0.0,
    }
}

/// The step nearest to an x.
pub fn step_at(knots: &[(u32, f32)], x: f32) -> u32 {
    let after = knots.partition_point(|(_, knot)| *knot <= x);
    match (after.checked_sub(1).map(|at| knots[at]), knots.get(after)) {
        (Some((step0, x0)), Some((step1, x1))) => {
            step0 + ((step1 - step0) as f32 * (x - x0) / (x1 - x0).max(f32::EPSILON)).round() as u32
        }
        (Some((step, _)), None) => step,
        (None, Some((step, _))) => *step,
        (None, None) => 0,
    }
}

impl Axis {
    /// `beside`: the instants of another run that is drawn on the same clock, as [`clock_instants`] gives them.
    pub fn of(log: &Log, recording: &Recording, kind: AxisKind, beside: &[ClockInstant]) -> Axis {
        match kind {
            AxisKind::Steps => Axis::steps(log, recording),
            AxisKind::Clock => Axis::clock(log, recording, beside),
        }
    }

    fn steps(log: &Log, recording: &Recording) -> Axis {
        let last = recording.last_step().max(1);
        let x = |step: u32| step as f32 / last as f32;
        let mut ticks = Vec::new();
        let mut before = 0;
        for (id, ns) in log.advances() {
            let step = recording.step_of(*id);
            ticks.push(Tick {
                x: x(step.saturating_sub(1)),
                x1: x(step),
                label: ["+", &duration(ns - before)].concat().into(),
                step,
                kind: TickKind::Advance,
            });
            before = *ns;
        }
        if ticks.is_empty() {
            // No time passes: then the steps themselves are what can be told apart.
            let between = round_distance(last / STEP_MARKS);
            let mark =
                |step| Tick { x: x(step), x1: x(step), label: step.to_string().into(), step, kind: TickKind::Scale };
            ticks.extend((0..=last).step_by(between as usize).map(mark));
        }
        Axis {
            knots: [(0, 0.0), (last, 1.0)].into(),
            ticks,
            natural_width: last as f32 * STEP_PX,
            clock_advances: !log.advances().is_empty(),
        }
    }

    fn clock(log: &Log, recording: &Recording, beside: &[ClockInstant]) -> Axis {
        let mut instants = shared(clock_instants(log, recording), beside);
        if let Some(last) = instants.last_mut().filter(|_| is_deadlock(log)) {
            // What everybody waits for is the point.
            last.width = last.width.max(BAND_PX.1 * 2.0);
        }
        let waits: Vec<u64> = instants.windows(2).map(|pair| pair[1].ns - pair[0].ns).collect();
        let cap = longest_drawn(&waits);
        let drawn: Vec<f64> = waits.iter().map(|ns| (*ns).min(cap) as f64).collect();
        let waited: f64 = drawn.iter().sum();
        let bands: Vec<f32> = instants.iter().map(|instant| instant.width).collect();
        let all_bands: f32 = bands.iter().sum();
        let waits_px = if waits.is_empty() { 0.0 } else { WAITS_PX.max(waits.len() as f32 * 24.0).max(all_bands) };
        let width = (all_bands + waits_px).max(1.0);

        let mut knots = Vec::with_capacity(instants.len() * 2);
        let mut ticks = Vec::new();
        let mut x = 0.0;
        for (index, instant) in instants.iter().enumerate() {
            let end = x + bands[index] / width;
            if instant.first != u32::MAX {
                knots.push((instant.first, x));
            }
            if instant.last > instant.first {
                knots.push((instant.last, end));
            }
            ticks.push(Tick {
                x,
                x1: end,
                label: if instant.ns == 0 { "0 s".into() } else { instant_label(instant.ns) },
                step: instant.first,
                kind: TickKind::Instant,
            });
            x = end;
            if let Some(wait) = drawn.get(index) {
                let next = x + (wait / waited.max(1.0)) as f32 * waits_px / width;
                if waits[index] > cap {
                    let middle = (x + next) / 2.0;
                    let label: Rc<str> = duration(waits[index]).into();
                    ticks.push(Tick { x: middle, x1: middle, label, step: instant.last, kind: TickKind::Break });
                }
                x = next;
            }
        }
        if let Some(last) = knots.last_mut().filter(|_| beside.is_empty()) {
            last.1 = last.1.max(1.0 - f32::EPSILON);
        }
        Axis { knots: knots.into(), ticks, natural_width: width, clock_advances: !log.advances().is_empty() }
    }
}

/// The least of 1, 2, 5, 10, 20, 50, … above a number.
fn round_distance(least: u32) -> u32 {
    let decades = (0..9).map(|power| 10u32.pow(power));
    decades.flat_map(|ten| [ten, 2 * ten, 5 * ten]).find(|distance| *distance > least).unwrap_or(u32::MAX)
}

/// `1.25 s`: to the millisecond, without idle zeros.
fn instant_label(ns: u64) -> Rc<str> {
    let text = seconds(ns);
    let number = text.trim_end_matches(" s").trim_end_matches('0').trim_end_matches('.');
    [number, " s"].concat().into()
}

fn is_deadlock(log: &Log) -> bool {
    let last = log.len().checked_sub(1).map(|last| log.entry(last).event);
    matches!(last, Some(Event::RunEnded { reason: EndReason::Deadlock, .. }))
}

/// The steps of one reading of the clock, and how wide they are drawn. Of another run's instant: no steps, `u32::MAX`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClockInstant {
    pub ns: u64,
    pub first: u32,
    pub last: u32,
    pub width: f32,
}

/// Both runs' instants, each as wide as the wider of the two.
fn shared(own: Vec<ClockInstant>, beside: &[ClockInstant]) -> Vec<ClockInstant> {
    let mut all = own;
    for other in beside {
        let at = all.partition_point(|mine| mine.ns < other.ns);
        match all.get_mut(at).filter(|mine| mine.ns == other.ns) {
            Some(mine) => mine.width = mine.width.max(other.width),
            None => all.insert(at, ClockInstant { first: u32::MAX, last: u32::MAX, ..*other }),
        }
    }
    all
}

/// A recording's readings of the clock.
pub fn clock_instants(log: &Log, recording: &Recording) -> Vec<ClockInstant> {
    let mut starts: Vec<(u64, u32)> = vec![(0, 0)];
    for (id, ns) in log.advances() {
        let step = recording.step_of(*id);
        match starts.last_mut() {
            // Several advances within one stop: its world shows the last.
            Some(last) if last.1 == step => last.0 = *ns,
            _ => starts.push((*ns, step)),
        }
    }
    let end = recording.last_step();
    let lasts = starts.iter().skip(1).map(|(_, step)| step.saturating_sub(1)).chain([end]);
    starts
        .iter()
        .zip(lasts)
        .map(|((ns, first), last)| {
            let last = last.max(*first);
            let before = first.checked_sub(1).map_or(0, |step| recording.stop(step).switches);
            let stops = (last - *first) as f32 * 2.0;
            let switches = (recording.stop(last).switches - before) as f32 * STEP_PX + 4.0;
            ClockInstant { ns: *ns, first: *first, last, width: stops.min(switches).clamp(BAND_PX.0, BAND_PX.1) }
        })
        .collect()
}

/// The longest wait drawn at its length; longer ones are broken.
fn longest_drawn(waits: &[u64]) -> u64 {
    if waits.len() < 3 {
        return u64::MAX;
    }
    let mut sorted = waits.to_vec();
    sort_by(&mut sorted, Ord::cmp);
    ((sorted[sorted.len() / 2] as f64 * BREAK_FACTOR) as u64).max(1)
}
