//! asyncio, file by file as CPython's `Lib/asyncio` has it. Its coroutines are Rust `async fn`s over a `Cx` that read
//! like CPython's; a cancellation arrives in them as an `Err` from `.await`. Those that thousands of tasks stand in are
//! written out (`awaiter`).
//!
//! The run loop (`run_loop`) is a native frame: a `turn` takes what is ready and has tasks stepped by `Cx::steps`; what a
//! coroutine yields is judged by its task (`tasks`). Every act emits its event, with its cause.

mod as_completed;
mod awaiter;
mod barrier;
pub mod base_events;
mod base_futures;
mod base_tasks;
pub mod callbacks;
mod class_members;
mod classes;
pub mod concurrent;
mod condition;
mod context_run;
pub mod contextvars;
pub mod coroutine_places;
pub mod coroutines;
pub mod deadlock;
pub mod events;
pub mod exception_handler;
pub mod exceptions;
mod exposed;
mod failure;
pub mod future_await;
mod future_class;
mod future_iter;
pub mod futures;
pub mod gather;
pub mod group_members;
pub mod handle_class;
pub mod handles;
mod heap;
pub mod job_labels;
pub mod labels;
pub mod library_sites;
mod locks;
mod loop_class;
mod loop_fields;
pub mod missing;
mod mixins;
pub mod named;
pub mod no_loop;
mod overrides;
mod own_dict;
mod own_selector;
pub mod pending_order;
mod placed;
mod policies;
pub mod private_names;
pub mod py;
mod queue_class;
mod queue_size;
mod queues;
mod registration;
pub mod run_loop;
pub mod runner_interrupts;
pub mod runners;
mod scheduling;
pub mod selector;
mod semaphore;
pub mod shutdown;
pub mod source_traceback;
mod state;
pub mod tables;
pub mod task_creation;
pub mod task_names;
pub mod task_waits;
mod taskgroups;
pub mod tasks;
mod timeouts;
mod turn;
mod unix_events;
pub mod waiting;

pub use exceptions::exceptions;
pub use state::{Asyncio, asyncio};
