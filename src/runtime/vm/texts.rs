//! `Add` of two texts.

use super::registers::{at, clear, pair, slot_mut};
use crate::bytecode::{Instr, reg};
use crate::objects::Value;
use crate::objects::ops;

/// What is longer is bounded and costs something, of which the operator's protocol takes care.
const SHORT: usize = 256;

/// The sum of two texts: the left one grown in place where nobody else holds it (`unicode_concatenate`), else a new one.
/// False: nothing has happened.
#[inline(never)]
pub fn add(slots: &mut [Value], i: Instr) -> bool {
    let left = at(i.b);
    let Some((text, suffix)) = pair(slots, left, at(i.c)) else { return false };
    let is_last = i.b & reg::TAKE != 0 || left == i.a as usize;
    if is_last && ops::append_str(text, suffix) {
        clear(slots, i.c);
        if left != i.a as usize
            && let Some((text, place)) = pair(slots, left, i.a as usize)
        {
            place.take_from(text);
        }
        return true;
    }
    let (Value::Str(a), Value::Str(b)) = (text, suffix) else { return false };
    if a.data.is_empty() || b.data.is_empty() || a.data.len() + b.data.len() >= SHORT {
        return false;
    }
    let sum = Value::from(a.data.concat(&b.data));
    clear(slots, i.c);
    clear(slots, i.b);
    slot_mut(slots, i.a as usize).put(sum);
    true
}
