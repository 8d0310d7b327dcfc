//! The pace of playing: how long each step stays at speed 1, a pure function of the recording.

use super::recording::Recording;
use super::stops::{Stop, StopKind};
use crate::trace::Log;
use std::ops::RangeInclusive;

/// At 1×: a switch of tasks or threads stays this long,
pub const SWITCH_MS: f64 = 700.0;
/// any other stop this long,
pub const LINE_MS: f64 = 350.0;
/// a wait its virtual time, at most this.
pub const LONGEST_WAIT_MS: f64 = 1500.0;
/// An instant with more switches than this is crowded:
pub const CROWD: u32 = 12;
/// its stops share this.
pub const CROWD_MS: f64 = 6000.0;
/// An instant of more stops than this, mostly the lines of a loop, is crowded too:
pub const MANY_STOPS: u32 = 60;
/// its stops share this.
pub const MANY_MS: f64 = 10_000.0;
/// None is shown shorter than this: they move in groups.
pub const SHORTEST_MS: f64 = 50.0;

/// What playing does at a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// How long the step is shown, in ms at speed 1.
    pub stay_ms: f64,
    /// How long the wait after it takes: the clock moves to the next step's time.
    pub wait_ms: f64,
    /// How long it is in virtual ms; more than it takes: it is shown shorter than it is.
    pub waited_ms: f64,
    /// The step shown next. More than one on: a group moves, `group` stops at once.
    pub next: u32,
    pub group: u32,
}

/// How far `step`, `back` and play go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Granularity {
    #[default]
    Line,
    Switch,
    Turn,
}

impl Granularity {
    pub fn stops_at(self, stop: &Stop) -> bool {
        match self {
            Granularity::Line => true,
            Granularity::Switch => stop.is_switch() || matches!(stop.kind, StopKind::Start | StopKind::End),
            Granularity::Turn => stop.is_turn() || matches!(stop.kind, StopKind::Start | StopKind::End),
        }
    }
}

impl Recording {
    /// The next step of this granularity; the last one at the end.
    pub fn step_after(&self, step: u32, granularity: Granularity) -> u32 {
        let last = self.last_step();
        (step + 1..last).find(|next| granularity.stops_at(self.stop(*next))).unwrap_or(last)
    }

    /// The step of this granularity before; 0 at the beginning.
    pub fn step_before(&self, step: u32, granularity: Granularity) -> u32 {
        (0..step).rev().find(|before| granularity.stops_at(self.stop(*before))).unwrap_or(0)
    }

    /// How playing goes on from a step.
    pub fn pace(&self, log: &Log, step: u32, granularity: Granularity) -> Pace {
        let last = self.last_step();
        let mut next = self.step_after(step, granularity);
        let mut stay_ms = stay(self.stop(step));
        let crowd = self.crowd(log, step);
        if let Some(each) = crowd
            && !is_loud(self.stop(step))
            && step != 0
        {
            stay_ms = each;
            if each < SHORTEST_MS {
                let group = (SHORTEST_MS / each).ceil() as u32;
                let end = *self.instant_of(log, step).end();
                let until = (step + group).min(end.max(step + 1)).min(last);
                next = (next..=until).find(|at| is_loud(self.stop(*at))).unwrap_or(next.max(until));
                stay_ms = each * (next - step) as f64;
            }
        }
        let waited = self.time_of(log, next).saturating_sub(self.time_of(log, step)) as f64 / 1e6;
        Pace { stay_ms, wait_ms: waited.min(LONGEST_WAIT_MS), waited_ms: waited, next, group: next - step }
    }

    /// How long each of the steps around this one is shown at speed 1, those left out that are shown longer, and which
    /// of them are shown like it: those of the instant, if it is crowded, else all.
    pub fn flow(&self, log: &Log, step: u32) -> (f64, RangeInclusive<u32>) {
        match self.crowd(log, step) {
            Some(each) => (each, self.instant_of(log, step)),
            None => (LINE_MS, 0..=self.last_step()),
        }
    }

    /// In a crowded instant, the ms of each of its stops.
    fn crowd(&self, log: &Log, step: u32) -> Option<f64> {
        let instant = self.instant_of(log, step);
        let count = instant.end() - instant.start() + 1;
        if count <= CROWD {
            return None;
        }
        let before = instant.start().checked_sub(1).map_or(0, |step| self.stop(step).switches);
        let switches = self.stop(*instant.end()).switches - before;
        match (switches > CROWD, count > MANY_STOPS) {
            (true, _) => Some((CROWD_MS / count as f64).min(LINE_MS)),
            (false, true) => Some((MANY_MS / count as f64).min(LINE_MS)),
            _ => None,
        }
    }
}

fn stay(stop: &Stop) -> f64 {
    if stop.is_switch() { SWITCH_MS } else { LINE_MS }
}

/// Stops that always stay their full time.
fn is_loud(stop: &Stop) -> bool {
    stop.has_output() || stop.has_diagnostic() || stop.kind == StopKind::End
}
