//! Playing: after a step has stayed as long as the recording's pace says, the next one.

use super::shown::Shown;
use super::state::{Action, Page, SPEEDS};
use super::store::Store;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// No step is shown shorter than a frame, whatever the speed.
const LEAST_MS: f64 = 16.0;

/// The wait that playing shows after a step: the playhead moves to the next step's place.
#[derive(Clone, Copy, PartialEq)]
pub struct Glide {
    pub to: u32,
    pub after_ms: f64,
    pub ms: f64,
}

/// None: nothing plays, or the clock stands still until the next step.
pub fn glide(page: &Page) -> Option<Glide> {
    let tenths = SPEEDS[page.speed];
    let shown = page.shown.as_ref().filter(|shown| page.playing && page.step < shown.last && tenths != u32::MAX)?;
    let pace = shown.pace(page.step, page.grain);
    let at_speed = |ms: f64| ms * 10.0 / tenths as f64;
    let glide = Glide { to: pace.next, after_ms: at_speed(pace.stay_ms), ms: at_speed(pace.wait_ms) };
    (glide.ms > LEAST_MS).then_some(glide)
}

#[hook]
pub fn use_playback(page: &Page, store: &Store) {
    let store = store.clone();
    let shown: Option<Rc<Shown>> = page.shown.clone();
    let (step, grain, speed) = (page.step, page.grain, page.speed);
    // A recording that grows must not begin the step's stay anew.
    let more = shown.as_ref().filter(|shown| step < shown.last).map(|shown| shown.run);
    use_effect_with((page.playing, step, grain, speed, more), move |(playing, _, _, _, more)| {
        let playing = *playing && more.is_some();
        let timer = shown.filter(|_| playing).map(|shown| next(&shown, step, grain, speed, store));
        move || drop(timer)
    });
}

fn next(shown: &Shown, step: u32, grain: crate::player::Granularity, speed: usize, store: Store) -> Timeout {
    let tenths = SPEEDS[speed];
    if tenths == u32::MAX {
        return Timeout::new(0, move || store.dispatch(Action::Tick(u32::MAX)));
    }
    let pace = shown.pace(step, grain);
    let mut ms = (pace.stay_ms + pace.wait_ms) * 10.0 / tenths as f64;
    let mut to = pace.next;
    // Faster than frames: several stops in one.
    while ms < LEAST_MS && to < shown.last {
        let more = shown.pace(to, grain);
        ms += (more.stay_ms + more.wait_ms) * 10.0 / tenths as f64;
        to = more.next;
    }
    Timeout::new(ms.max(LEAST_MS) as u32, move || store.dispatch(Action::Tick(to)))
}
