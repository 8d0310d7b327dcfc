//! heapq's algorithm, step by step CPython's (Lib/heapq.py), so that a PriorityQueue keeps and gives equal items in its
//! order. Items are compared by `<`; the program's `__lt__` runs nested.

use crate::objects::exception::PyResult;
use crate::objects::{Interp, Value, ops};

/// `heappush(heap, item)`
pub fn push(i: &mut dyn Interp, heap: &mut Vec<Value>, item: Value) -> PyResult<()> {
    heap.push(item);
    let last = heap.len() - 1;
    sift_down(i, heap, 0, last)
}

/// `heappop(heap)`
pub fn pop(i: &mut dyn Interp, heap: &mut Vec<Value>) -> PyResult<Option<Value>> {
    let Some(last) = heap.pop() else { return Ok(None) };
    if heap.is_empty() {
        return Ok(Some(last));
    }
    let first = std::mem::replace(&mut heap[0], last);
    sift_up(i, heap, 0)?;
    Ok(Some(first))
}

/// `_siftdown`: the item at `position` moves towards the root until its parent is not greater.
fn sift_down(i: &mut dyn Interp, heap: &mut [Value], start: usize, mut position: usize) -> PyResult<()> {
    while position > start {
        let parent = (position - 1) >> 1;
        let (item, above) = (heap[position].clone(), heap[parent].clone());
        if !ops::less_than(i, &item, &above)? {
            break;
        }
        heap.swap(position, parent);
        position = parent;
    }
    Ok(())
}

/// `_siftup`: the item at `position` moves to a leaf along the smaller children, then down to its place.
fn sift_up(i: &mut dyn Interp, heap: &mut [Value], mut position: usize) -> PyResult<()> {
    let (start, end) = (position, heap.len());
    let mut child = 2 * position + 1;
    while child < end {
        let right = child + 1;
        if right < end {
            let (a, b) = (heap[child].clone(), heap[right].clone());
            if !ops::less_than(i, &a, &b)? {
                child = right;
            }
        }
        heap.swap(position, child);
        position = child;
        child = 2 * position + 1;
    }
    sift_down(i, heap, start, position)
}
