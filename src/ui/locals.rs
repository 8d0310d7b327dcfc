//! The frames and locals of the inspector's task or thread at the step: by a second run, in slices, given up as soon as something else is
//! wanted.

use super::engine::Lens;
use super::pacer::{macrotask, now};
use super::remains::leave;
use super::state::Page;
use crate::scene::Who;
use crate::session::FrameView;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

pub type Locals = Rc<Vec<FrameView>>;

const SLICE_MS: f64 = 6.0;
const FUEL: u64 = 40_000;
/// Shorter computing is not announced.
const ANNOUNCE_MS: f64 = 120.0;
/// Where looking takes longer than this,
const SLOW_MS: f64 = 30.0;
/// it waits until the reader has stayed at a step so long: who scrubs wants frames.
const REST_MS: u32 = 150;

/// What is known, and of what.
#[derive(Clone, PartialEq, Default)]
pub struct Known {
    who: Option<Who>,
    run: u32,
    /// At which step.
    pub step: u32,
    pub frames: Option<Locals>,
    pub computing: bool,
}

fn part(mut lens: Lens) {
    leave(move || lens.let_go());
}

#[hook]
pub fn use_locals(page: &Page, who: Option<Who>) -> Known {
    let known = use_state_eq(Known::default);
    let lens = use_mut_ref(|| None::<(u32, Lens)>);
    let wanted = use_memo((), |_| Cell::new(0u32));
    // The run in which looking has been slow.
    let slow = use_memo((), |_| Cell::new(None::<u32>));
    {
        // While a program computes and plays, that has the processor.
        let shown = page.shown.clone().filter(|_| page.computing.is_none() || page.asking || !page.playing);
        let known = known.setter();
        let deps = (shown.as_ref().map(|shown| shown.run), page.step, who);
        use_effect_with(deps, move |(run, step, who)| {
            let request = wanted.get() + 1;
            wanted.set(request);
            let (Some(run), Some(who), Some(shown)) = (*run, *who, shown) else { return };
            let step = *step;
            let place = shown.place_of(step);
            wasm_bindgen_futures::spawn_local(async move {
                if slow.get() == Some(run) {
                    gloo_timers::future::TimeoutFuture::new(REST_MS).await;
                    if wanted.get() != request {
                        return;
                    }
                }
                let begun = now();
                let parked = match lens.borrow_mut().take() {
                    Some((of, lens)) if of == run && lens.can_reach(place) => Some(lens),
                    Some((_, other)) => {
                        part(other);
                        None
                    }
                    None => None,
                };
                let Some(mut looking) = parked.or_else(|| Lens::start(&shown.source, &shown.options)) else {
                    return;
                };
                let mut slice = begun;
                while !looking.bring_to(place, FUEL) {
                    if now() - slice > SLICE_MS {
                        if slice - begun > ANNOUNCE_MS {
                            known.set(Known { who: Some(who), run, step, frames: None, computing: true });
                        }
                        macrotask().await;
                        slice = now();
                    }
                    if wanted.get() != request {
                        break;
                    }
                }
                if wanted.get() == request {
                    let frames = Some(Rc::new(looking.frames_of(who)));
                    known.set(Known { who: Some(who), run, step, frames, computing: false });
                }
                if now() - begun > SLOW_MS {
                    slow.set(Some(run));
                }
                let mut parked = lens.borrow_mut();
                match *parked {
                    None => *parked = Some((run, looking)),
                    Some(_) => part(looking),
                }
            });
        });
    }
    let run = page.shown.as_ref().map_or(0, |shown| shown.run);
    if known.who == who && known.run == run { (*known).clone() } else { Known::default() }
}
