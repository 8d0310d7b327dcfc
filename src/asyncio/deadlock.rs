//! The report of a deadlock: who waits for what, at which line.

use super::coroutines::format_coroutine;
use super::state::asyncio;
use super::tasks;
use crate::objects::{Interp, Value};
use crate::trace::Purpose;

/// The lines after «deadlock: nothing can ever run again»: threads, and the tasks of those that wait in a loop.
pub fn report(i: &mut dyn Interp) -> String {
    let state = asyncio(i);
    let mut lines = Vec::new();
    for (name, why, label) in state.machine.waiting() {
        let label = if label.is_empty() { String::new() } else { format!(" ({label})") };
        match why {
            Purpose::Select => lines.push(format!("{name}: its event loop waits for something to do")),
            why => lines.push(format!("{name}: waits for {}{label}", why.as_str())),
        }
    }
    let loops: Vec<_> = state.running.borrow().values().cloned().collect();
    for owner in loops {
        for task in tasks::all_tasks(&state, &owner) {
            let this = tasks::task(&task);
            let name = this.name.borrow().as_str().map(|s| s.text().into_owned()).unwrap_or_default();
            let coroutine = this.coroutine.borrow().clone();
            let place = format_coroutine(i, &coroutine);
            let waits_for = this.waits_for.borrow().clone();
            let object = match &waits_for {
                Value::None => "its turn".to_string(),
                other => super::labels::short(i, other),
            };
            lines.push(format!("task {name} ({place}): waits for {object}"));
        }
    }
    lines.join("\n")
}
