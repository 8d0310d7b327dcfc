//! World to view models: pure functions, tested natively, that know nothing of Yew and the DOM.

mod model;

pub use model::*;
