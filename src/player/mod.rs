//! Trace to the world at a step: the index of a recording, folding, keyframes, seeking, places, the pace of playing.

mod anchor;
mod beat;
mod console;
mod cow;
mod deadlock;
mod facts;
mod findings;
mod objects;
mod pace;
mod place;
mod recording;
mod step_count;
mod stops;
mod waits;
mod world;

pub use anchor::Anchor;
pub use beat::Beat;
pub use console::OutputLine;
pub use cow::CowVec;
pub use facts::{Facts, HandleFacts, NEVER, ObjectFacts, TaskFacts, ThreadFacts};
pub use findings::{Arg, Finding};
pub use objects::{Holder, ObjectNow};
pub use pace::*;
pub use place::{Place, PlaceError};
pub use recording::{Change, Recording};
pub use step_count::last_step;
pub use stops::{Stop, StopKind};
pub use world::*;
