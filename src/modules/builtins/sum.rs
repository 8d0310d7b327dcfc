//! `sum` (Python/bltinmodule.c `builtin_sum_impl`): ints, floats with a compensation, then anything that adds.

use std::cell::RefCell;
use std::rc::Rc;

use super::Code::{self, Flow as F};
use crate::objects::args::Args;
use crate::objects::builtin_types::bytearray::ByteArray;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, BinaryOp};
use crate::objects::value::Value;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[("sum", F(sum))];

/// What has been added up so far.
enum Total {
    Int(i64),
    /// A float with the rounding errors collected apart (Neumaier).
    Float {
        sum: f64,
        compensation: f64,
    },
    Other(Value),
}

impl Total {
    fn new(start: Value) -> Total {
        match start {
            Value::Int(n) => Total::Int(n),
            Value::Float(sum) => Total::Float { sum, compensation: 0.0 },
            other => Total::Other(other),
        }
    }

    /// Adds an item of a built-in number kind; gives the item back if it is none, or the sum does not fit.
    fn add(&mut self, item: &Value) -> bool {
        match (&mut *self, item) {
            (Total::Int(total), Value::Int(n)) => match total.checked_add(*n) {
                Some(sum) => *total = sum,
                None => return false,
            },
            (Total::Int(total), Value::Bool(b)) => match total.checked_add(*b as i64) {
                Some(sum) => *total = sum,
                None => return false,
            },
            (Total::Float { sum, compensation }, Value::Float(x)) => {
                let t = *sum + x;
                if sum.abs() >= x.abs() {
                    *compensation += (*sum - t) + x;
                } else {
                    *compensation += (x - t) + *sum;
                }
                *sum = t;
            }
            (Total::Float { sum, .. }, Value::Int(n)) => *sum += *n as f64,
            (Total::Float { sum, .. }, Value::Bool(b)) => *sum += *b as i64 as f64,
            _ => return false,
        }
        true
    }

    fn value(self) -> Value {
        match self {
            Total::Int(n) => Value::Int(n),
            Total::Float { sum, compensation } if compensation != 0.0 && compensation.is_finite() => {
                Value::Float(sum + compensation)
            }
            Total::Float { sum, .. } => Value::Float(sum),
            Total::Other(value) => value,
        }
    }
}

fn sum(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let given = args.positional_count();
    if given == 0 {
        return Err(type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let [iterable, start] = args.bind_in_c("sum", &["iterable", "/", "start"], 1)?;
    let start = if start.is_unset() { Value::Int(0) } else { start };
    if matches!(start.plain(), Value::Str(_) | Value::Bytes(_)) || start.native::<ByteArray>().is_some() {
        // What cannot be iterated is said first.
        ops::iter(i, &iterable)?;
    }
    match start.plain() {
        Value::Str(_) => return Err(type_error("sum() can't sum strings [use ''.join(seq) instead]")),
        Value::Bytes(_) => return Err(type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
        plain if plain.native::<ByteArray>().is_some() => {
            return Err(type_error("sum() can't sum bytearray [use b''.join(seq) instead]"));
        }
        _ => {}
    }
    let mut total = Total::new(start);
    let items: Option<&[Value]> = match &iterable {
        Value::Tuple(tuple) => Some(&tuple.items),
        _ => None,
    };
    let mut done = 0;
    if let Some(items) = items {
        done = items.iter().take_while(|item| total.add(item)).count();
    } else if let Value::List(list) = &iterable {
        done = list.items.borrow().iter().take_while(|item| total.add(item)).count();
    }
    i.charge(done as u64 / 4);
    if ops_len(&iterable) == Some(done) {
        return Ok(Flow::Done(total.value()));
    }
    let numbers = Rc::new(Numbers(RefCell::new(total)));
    ops::iter(i, &iterable)?.then(i, move |i, iterator| {
        drop(iterable);
        for _ in 0..done {
            ops::next(i, &iterator)?;
        }
        ops::take_all(i, iterator.clone(), numbers.clone(), move |i, next| match next {
            None => Ok(numbers.total().into()),
            Some(item) => Ok(Flow::frame(sum_on(i.cx(), iterator, item, numbers))),
        })
    })
}

/// The sum with `next`, which is added by its own way, and what follows.
async fn sum_on(cx: Cx, iterator: Value, next: Value, numbers: Rc<Numbers>) -> PyResult {
    let mut next = Some(next);
    while let Some(item) = next {
        if let Some(item) = numbers.take(item) {
            let so_far = numbers.total();
            let sum = cx.run(|i| ops::binary(i, BinaryOp::Add, false, &so_far, &item)).await?;
            // A float among ints begins the compensated sum; anything else stays what it is.
            numbers.0.replace(match (so_far, sum) {
                (Value::Int(_), Value::Float(sum)) => Total::Float { sum, compensation: 0.0 },
                (_, other) => Total::Other(other),
            });
        }
        next = ops::next_not_taken(&cx, &iterator, &numbers).await?;
    }
    Ok(numbers.total())
}

/// The sum while it is made.
struct Numbers(RefCell<Total>);

impl Numbers {
    /// The sum; what is left begins at nothing.
    fn total(&self) -> Value {
        self.0.replace(Total::Int(0)).value()
    }
}

impl Taker for Numbers {
    fn take(&self, item: Value) -> Option<Value> {
        (!self.0.borrow_mut().add(&item)).then_some(item)
    }
}

fn ops_len(iterable: &Value) -> Option<usize> {
    match iterable {
        Value::List(list) => Some(list.items.borrow().len()),
        Value::Tuple(tuple) => Some(tuple.items.len()),
        _ => None,
    }
}
