//! World to view models: pure functions, tested natively, that know nothing of Yew and the DOM.

mod model;
mod timeline_model;

pub use model::*;
pub use timeline_model::*;
