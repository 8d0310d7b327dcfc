//! The quick ways of a deque's methods that programs call most.

use super::deque::Deque;
use crate::objects::{Interp, Value};

/// `append`, where no memory is to be charged.
pub fn quick_append(i: &mut dyn Interp, args: &mut [Value], left: bool) -> Option<Value> {
    let [Value::Object(this), item] = args else { return None };
    let state = this.native::<Deque>()?;
    let len = state.items.borrow().len() + 1;
    if len >= 1024 && len.is_power_of_two() {
        return None;
    }
    state.push(i, item.take(), left).ok().map(|()| Value::None)
}

/// `pop`, where there is something.
pub fn quick_pop(args: &mut [Value], left: bool) -> Option<Value> {
    let [Value::Object(this)] = args else { return None };
    let state = this.native::<Deque>()?;
    let mut items = state.items.borrow_mut();
    let item = if left { items.pop_front() } else { items.pop_back() };
    drop(items);
    if item.is_some() {
        state.change();
    }
    item
}
