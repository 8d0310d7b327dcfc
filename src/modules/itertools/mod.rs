//! `itertools` (Modules/itertoolsmodule.c). What only rearranges a pool is in `combine`; what goes over other iterators
//! is a [`walk::Walk`], a small machine that says what it wants next, in `linked`, `endless`, `filtered` and `grouped`.

mod classes;
mod combine;
mod endless;
mod filtered;
mod grouped;
mod linked;
mod make;
mod states;
mod tee;
mod walk;

pub use classes::module;
