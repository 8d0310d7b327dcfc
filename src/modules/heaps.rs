//! `heapq` and `bisect` where no comparison runs Python: of numbers, texts, and tuples that differ before anything else
//! stands in them. Their texts know the rest.

use super::shortcuts::Text;
use crate::objects::builtin_types::sort::is_plain;
use crate::objects::{Interp, Value, gc, ops};

/// Whether `a < b`; `None`: it must be asked for.
fn less(i: &mut dyn Interp, a: &Value, b: &Value) -> Option<bool> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Some(a < b);
    }
    if let (Value::Tuple(x), Value::Tuple(y)) = (a, b) {
        for (a, b) in x.items.iter().zip(y.items.iter()) {
            if a.is(b) {
                continue;
            }
            if !is_plain(a) || !is_plain(b) {
                return None;
            }
            if !ops::equal(i, a, b).ok()? {
                return ops::less_than(i, a, b).ok();
            }
        }
        return Some(x.items.len() < y.items.len());
    }
    if is_plain(a) && is_plain(b) { ops::less_than(i, a, b).ok() } else { None }
}

/// `heappush(heap, item)`
fn push(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::List(heap), item] = &*args else { return None };
    let place = {
        let items = heap.items.borrow();
        let mut place = items.len();
        while place > 0 && less(i, item, &items[(place - 1) / 2])? {
            place = (place - 1) / 2;
        }
        place
    };
    gc::link(heap, item);
    let mut items = heap.items.borrow_mut();
    items.push(item.clone());
    let mut at = items.len() - 1;
    while at > place {
        items.swap(at, (at - 1) / 2);
        at = (at - 1) / 2;
    }
    Some(Value::None)
}

/// `heappop(heap)`: the last item goes down along the smaller children, then up again.
fn pop(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::List(heap)] = &*args else { return None };
    let mut path = vec![0];
    {
        let items = heap.items.borrow();
        let (last, rest) = items.split_last()?;
        let mut child = 1;
        while child < rest.len() {
            if child + 1 < rest.len() && !less(i, &rest[child], &rest[child + 1])? {
                child += 1;
            }
            path.push(child);
            child = child * 2 + 1;
        }
        while path.len() > 1 && less(i, last, &rest[path[path.len() - 1]])? {
            path.pop();
        }
    }
    let mut items = heap.items.borrow_mut();
    let mut moved = items.pop()?;
    if items.is_empty() {
        return Some(moved);
    }
    for at in path.into_iter().rev() {
        std::mem::swap(&mut items[at], &mut moved);
    }
    Some(moved)
}

/// `bisect_left(a, x)` and `bisect_right(a, x)`
fn bisect(i: &mut dyn Interp, args: &mut [Value], right: bool) -> Option<Value> {
    let ([Value::List(list), x] | [Value::List(list), x, Value::Int(0), Value::None, Value::None]) = &*args else {
        return None;
    };
    let items = list.items.borrow();
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = (low + high) / 2;
        let before = if right { !less(i, x, &items[middle])? } else { less(i, &items[middle], x)? };
        if before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(low.into())
}

/// Given: heappush, heappop.
pub const HEAPS: Text = Text { names: &[], tables: &[(0, &[("", push)]), (1, &[("", pop)])] };

/// Given: bisect_left, bisect_right.
pub const SORTED: Text = Text {
    names: &[],
    tables: &[(0, &[("", |i, args| bisect(i, args, false))]), (1, &[("", |i, args| bisect(i, args, true))])],
};
