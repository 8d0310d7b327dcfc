//! The recursion limit (`sys.setrecursionlimit`; Python/ceval.c): how many of Python's frames may stand upon each other.
//! Frames of what is C in CPython do not count. Asking of each call which frames do would make deep programs slow, so it
//! is asked of deep stacks only, and once for many calls.

use std::rc::Rc;

use super::core::Core;
use crate::asyncio::Asyncio;
use crate::asyncio::base_events::event_loop;
use crate::objects::exception::{Exc, recursion_error};
use crate::objects::frame::AnyFrame;

/// When the frames of a deep stack were last told apart.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    /// The limit then.
    limit: usize,
    /// How many frames there were when it was last asked, those that do not count included.
    depth: usize,
    /// How many more questions have the same answer, if the depth changes by [`NEAR`] at most between two: fewer than
    /// would bring the frames that count, or the others, up to their limit.
    same: usize,
}

const NEAR: usize = 8;

/// How many frames may stand upon each other of those that do not count (`Py_C_RECURSION_LIMIT`,
/// `Include/cpython/pystate.h`).
const C_LIMIT: usize = 10_000;

impl Core {
    /// RecursionError. So deep a stack is more than 2,000 objects in CPython, whose collector runs therefore.
    #[cold]
    pub fn too_deep(&mut self, doing: &str) -> Exc {
        if let Some(state) = self.states.find::<Rc<Asyncio>>() {
            state.collected.set(state.numbers.get());
        }
        recursion_error(format!("maximum recursion depth exceeded{doing}"))
    }

    /// Whether the stack is as deep as it may be, while the running frame is not on it.
    #[inline]
    pub fn at_limit(&self) -> bool {
        self.reaches_limit(1)
    }

    /// Whether the stack with so many more frames is as deep as it may be.
    #[inline]
    pub fn reaches_limit(&self, more: usize) -> bool {
        let depth = self.stack.depth + self.stack.besides + self.native_depth + more;
        depth >= self.recursion_limit && self.reaches_deep_limit(depth)
    }

    /// Whether a stack of `depth` frames, of which some may not count, has as many that do as it may have.
    #[cold]
    fn reaches_deep_limit(&self, depth: usize) -> bool {
        let limit = self.recursion_limit;
        let last = self.counted.get();
        let is_near = depth >= limit + NEAR && depth.abs_diff(last.depth) <= NEAR;
        if is_near && last.limit == limit && last.same > 0 {
            self.counted.set(Counted { limit, depth, same: last.same - 1 });
            return false;
        }
        let uncounted = self.uncounted();
        let counting = depth - uncounted;
        let left = limit.saturating_sub(counting).min(C_LIMIT.saturating_sub(uncounted));
        self.counted.set(Counted { limit, depth, same: left / (2 * NEAR) });
        counting >= limit || uncounted >= C_LIMIT
    }

    /// How many frames the limit does not count: CPython has another for those of C.
    #[cold]
    fn uncounted(&self) -> usize {
        let under = self.loop_depth();
        let counts = |(above, frame): (usize, &AnyFrame)| match frame {
            AnyFrame::Python(frame) => !frame.code.is_hidden(),
            AnyFrame::Native(frame) => frame.is_coroutine || self.stack.depth - above <= under,
        };
        self.native_depth + self.stack.frames().enumerate().filter(|each| !counts(*each)).count()
    }

    /// How deep the stack was where the running loop began, whose frames are native here; 0: none runs.
    fn loop_depth(&self) -> usize {
        let state = self.states.known::<Rc<Asyncio>>();
        let running = state.and_then(|state| state.running_loop());
        running.map_or(0, |owner| event_loop(&owner).entered.depth.get() + 1)
    }
}
