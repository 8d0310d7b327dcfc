//! Ids, events, the log: what happened in a run, in a compact bounded form that knows nothing of Python values.
//!
//! The engine holds one [`Log`] a run and calls its methods (see `emit.rs`) as things happen. No call fails: when a
//! bound is hit the log notes it, later events are dropped, and the run must stop where it next asks
//! [`Log::full`] (once a loop turn or thread switch, and at back-edges).
//! Who acts is not passed along but known from the context: [`Log::thread_running`], [`Log::handle_taken`] and
//! [`Log::step_began`] set it, and every event is stamped with thread, task, line and cause.

mod emit;
mod event;
mod export;
#[doc(hidden)]
pub mod fixtures;
mod followed;
mod ids;
mod lines;
mod log;
pub mod sorted;
mod text;

pub use event::*;
pub use export::VERSION;
pub use followed::Followed;
pub use ids::*;
pub use lines::{LineEvent, Lines, PackedLine};
pub use log::{Code, Diagnostic, Entry, Full, Log, Options};
