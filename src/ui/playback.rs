//! Playing: after a step has stayed as long as the recording's pace says, the next one.

use super::state::{Action, Page, SPEEDS};
use super::store::Store;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// No step is shown shorter than a frame, whatever the speed.
const LEAST_MS: f64 = 16.0;

/// The wait that playing shows after a step: the playhead moves to the next step's place.
#[derive(Clone, Copy, PartialEq)]
pub struct Glide {
    pub to: u32,
    /// It is a step of the kept run, which lasts longer.
    pub kept: bool,
    pub after_ms: f64,
    pub ms: f64,
}

/// None: nothing plays, or the clock stands still until the next step.
pub fn glide(page: &Page) -> Option<Glide> {
    let tenths = SPEEDS[page.speed];
    if !page.playing || page.at() >= page.end() || tenths == u32::MAX {
        return None;
    }
    let pace = page.pace(page.at())?;
    let at_speed = |ms: f64| ms * 10.0 / tenths as f64;
    let (to, kept) = page.own_step(pace.next);
    let glide = Glide { to, kept, after_ms: at_speed(pace.stay_ms), ms: at_speed(pace.wait_ms) };
    (glide.ms > LEAST_MS).then_some(glide)
}

#[hook]
pub fn use_playback(page: &Page, store: &Store) {
    let (store, then) = (store.clone(), page.clone());
    // A recording that grows must not begin the step's stay anew.
    let more = page.shown.as_ref().filter(|_| page.at() < page.end()).map(|shown| shown.run);
    use_effect_with((page.playing, page.at(), page.grain, page.speed, more), move |(playing, _, _, _, more)| {
        let timer = (*playing && more.is_some()).then(|| next(&then, store)).flatten();
        move || drop(timer)
    });
}

fn next(page: &Page, store: Store) -> Option<Timeout> {
    let tenths = SPEEDS[page.speed];
    if tenths == u32::MAX {
        return Some(Timeout::new(0, move || store.dispatch(Action::Tick(u32::MAX))));
    }
    let (mut ms, mut to, end) = (0.0, page.at(), page.end());
    // Faster than frames: several stops in one.
    while ms < LEAST_MS && to < end {
        let pace = page.pace(to)?;
        ms += (pace.stay_ms + pace.wait_ms) * 10.0 / tenths as f64;
        to = pace.next;
    }
    Some(Timeout::new(ms.max(LEAST_MS) as u32, move || store.dispatch(Action::Tick(to))))
}
