//! The virtual machine: frames, the evaluation loop, calls, generators, the interpreter's turn.
//!
//! A frame is a heap object that owns its slots; a thread's stack is a stack of frame pointers in segments, so that a
//! chain of awaits is suspended and resumed by moving one vector. Natives that call back into Python are frames too.

pub mod allocations;
mod async_iteration;
mod at_once;
mod attributes;
mod awaiting;
mod bind_arguments;
mod call;
mod class_body;
mod cold;
pub mod collect;
mod comparing;
mod complete;
mod core;
mod delegation;
mod eval;
mod fast;
mod finalize;
mod for_generator;
pub mod frame_builtins;
pub mod frame_objects;
mod function_class;
mod generators;
mod handlers;
mod import_star;
mod imports;
mod inspect;
mod interp;
mod lines;
mod matching;
mod monitor;
mod names;
pub mod native_words;
mod outdated;
mod pool;
mod process;
mod processes;
mod profile_function;
mod recursion;
mod registers;
pub mod report;
mod run;
mod scheduling;
mod settle;
pub mod signals;
mod slow;
mod source_text;
mod stack;
mod standing;
mod super_method;
mod texts;
mod then;
pub mod trace_function;
pub mod traceback;
mod unpack;
mod unwind;
mod warm_up;

pub use class_body::new_function;
pub use core::{Finder, Output, Vm, Written, vm_of};
pub use inspect::{FrameView, Halt};
pub use process::{Options, Status};
pub use processes::Child;
pub use standing::Standing;
pub use traceback::{format_exception, format_syntax_error};
