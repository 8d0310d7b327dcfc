//! What is no longer looked at goes piece by piece, a little of each frame: a run of a million events at once would take
//! several.

use super::pacer::now;
use super::shown::Shown;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// So much of a frame of this many ms is spent on it.
const PART_MS: f64 = 1.0;
const FRAME_MS: u32 = 16;
/// Whether somebody else still holds a recording is looked at so often, after so many ms each; then it is theirs to drop.
const LOOKS: u32 = 60;
const LOOK_MS: u32 = 50;

/// Takes away a piece; true: there is more.
type Piece = Box<dyn FnMut() -> bool>;

thread_local!(static REMAINS: RefCell<VecDeque<Piece>> = const { RefCell::new(VecDeque::new()) });

/// Takes away piece after piece, until there are no more.
pub fn leave(piece: impl FnMut() -> bool + 'static) {
    let idle = REMAINS.with_borrow_mut(|remains| {
        remains.push_back(Box::new(piece));
        remains.len() == 1
    });
    if idle {
        Timeout::new(FRAME_MS, go_on).forget();
    }
}

fn go_on() {
    let begun = now();
    while now() - begun < PART_MS {
        // What a piece drops may leave something itself.
        let Some(mut piece) = REMAINS.with_borrow_mut(VecDeque::pop_front) else { return };
        if piece() {
            REMAINS.with_borrow_mut(|remains| remains.push_front(piece));
        }
    }
    if REMAINS.with_borrow(|remains| !remains.is_empty()) {
        Timeout::new(FRAME_MS, go_on).forget();
    }
}

/// A recording that another has taken the place of, once drawing has let go of it.
pub fn leave_recording(shown: Rc<Shown>) {
    wait_for(shown, LOOKS);
}

fn wait_for(shown: Rc<Shown>, looks: u32) {
    Timeout::new(LOOK_MS, move || match Rc::try_unwrap(shown) {
        Ok(shown) => shown.into_pieces().into_iter().for_each(leave),
        Err(shown) if looks > 0 => wait_for(shown, looks - 1),
        Err(_) => {}
    })
    .forget();
}
