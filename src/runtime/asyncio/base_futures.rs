//! The reprs of futures and tasks (Lib/asyncio/base_futures.py, base_tasks.py).

use std::rc::Rc;

use super::coroutine_places::library_place;
use super::coroutines::format_coroutine;
use super::futures::{Kind, State, future};
use super::py;
use crate::objects::exception::PyResult;
use crate::objects::{Interp, Object, Value};

/// The depth to which `reprlib.repr` shows containers, and its limits.
const MAX_LEVEL: usize = 6;

/// `_future_repr` and `_task_repr`; `…` for one inside itself.
pub fn repr(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<String> {
    let running = i.states().get::<Running>();
    if running.0.iter().any(|o| Rc::ptr_eq(o, object)) {
        return Ok("...".into());
    }
    running.0.push(object.clone());
    let info = info(i, object);
    i.states().get::<Running>().0.pop();
    let info = info?;
    Ok(format!("<{} {}>", object.class().name(), info.join(" ")))
}

/// Futures whose repr is being made.
#[derive(Default)]
struct Running(Vec<Rc<Object>>);

fn info(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<Vec<String>> {
    let own = future(object);
    let state = match own.state.get() {
        State::Pending => "pending",
        State::Cancelled => "cancelled",
        State::Finished => "finished",
    };
    let mut info = vec![state.to_string()];
    if own.state.get() == State::Finished {
        let exception = own.exception();
        match exception {
            Some(exc) => info.push(format!("exception={}", py::repr(i, &exc.value())?)),
            None => {
                let result = own.result.borrow().clone();
                info.push(format!("result={}", limited(i, &result, MAX_LEVEL)?));
            }
        }
    }
    let callbacks: Vec<_> = own.callbacks.borrow().iter().map(|(c, _)| c.clone()).collect();
    match callbacks.as_slice() {
        [] => {}
        [one] => info.push(format!("cb=[{}]", one.source_text(i)?)),
        [a, b] => info.push(format!("cb=[{}, {}]", a.source_text(i)?, b.source_text(i)?)),
        [first, .., last] => {
            let more = callbacks.len() - 2;
            info.push(format!("cb=[{}, <{more} more>, {}]", first.source_text(i)?, last.source_text(i)?));
        }
    }
    info.extend(own.source.created_at());
    let Kind::Task(task) = &own.kind else { return Ok(info) };
    if task.cancels_requested.get() > 0 && !own.done() {
        info[0] = "cancelling".into();
    }
    let name = task.name();
    info.insert(1, format!("name={}", py::repr(i, &name)?));
    let waits_for = task.waits_for.borrow().clone();
    if !waits_for.is_none() {
        info.insert(2, format!("wait_for={}", py::repr(i, &waits_for)?));
    }
    let coroutine = task.coroutine.borrow().clone();
    if !coroutine.is_none() {
        let place = library_place(&coroutine, !waits_for.is_none());
        info.insert(2, format!("coro=<{}{place}>", format_coroutine(i, &coroutine)));
    }
    Ok(info)
}

/// `reprlib.repr`: six items of a container (four of a dict), thirty characters of a text, forty of a number.
pub fn limited(i: &mut dyn Interp, value: &Value, level: usize) -> PyResult<String> {
    let pieces = |i: &mut dyn Interp, items: &[Value], most: usize| -> PyResult<String> {
        let mut shown = Vec::new();
        for item in items.iter().take(most) {
            shown.push(limited(i, item, level - 1)?);
        }
        if items.len() > most {
            shown.push("...".into());
        }
        Ok(shown.join(", "))
    };
    Ok(match value {
        Value::Tuple(t) if level == 0 && !t.items.is_empty() => "(...)".into(),
        Value::List(l) if level == 0 && !l.items.borrow().is_empty() => "[...]".into(),
        Value::Dict(d) if level == 0 && !d.is_empty() => "{...}".into(),
        Value::Tuple(t) => {
            let comma = if t.items.len() == 1 { "," } else { "" };
            format!("({}{comma})", pieces(i, &t.items, 6)?)
        }
        Value::List(l) => {
            let items = l.items.borrow().clone();
            format!("[{}]", pieces(i, &items, 6)?)
        }
        Value::Dict(d) => {
            let mut shown = Vec::new();
            for (key, item) in d.entries().into_iter().take(4) {
                shown.push(format!("{}: {}", limited(i, &key, level - 1)?, limited(i, &item, level - 1)?));
            }
            if d.len() > 4 {
                shown.push("...".into());
            }
            format!("{{{}}}", shown.join(", "))
        }
        Value::Str(s) => {
            let text: String = s.text().chars().take(30).collect();
            middle_cut(py::repr(i, &text.into())?, s.data.len() > 30, py::repr(i, value)?, 30)
        }
        Value::Int(_) | Value::BigInt(_) => {
            let text = py::repr(i, value)?;
            middle_cut(text.clone(), text.len() > 40, text, 40)
        }
        Value::Set(s) if !s.frozen && !s.is_empty() => {
            let items = s.items();
            format!("{{{}}}", pieces(i, &items, 6)?)
        }
        other => {
            let text = py::repr(i, other)?;
            middle_cut(text.clone(), text.chars().count() > 30, text, 30)
        }
    })
}

/// Start and end of a text with dots between, if it is too long.
fn middle_cut(short: String, cut: bool, whole: String, most: usize) -> String {
    if !cut && whole.chars().count() <= most {
        return short;
    }
    let chars: Vec<char> = whole.chars().collect();
    if chars.len() <= most {
        return whole;
    }
    let head = (most - 3) / 2;
    let tail = most - 3 - head;
    let start: String = chars[..head].iter().collect();
    let end: String = chars[chars.len() - tail..].iter().collect();
    format!("{start}...{end}")
}
