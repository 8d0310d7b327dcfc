//! The functions of module `math` that go over many numbers: sums and products.

use crate::objects::args::Args;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::float_math as f;
use crate::objects::function::Flow;
use crate::objects::{Interp, Value, ops};

/// The sum with one rounding only: partial sums that do not overlap (Shewchuk).
pub(super) fn fsum(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterable] = args.exactly("math.fsum")?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let items = ops::collect(&cx, &iterable).await?;
        let mut partials: Vec<f64> = Vec::new();
        let mut special = 0.0f64;
        for item in &items {
            let mut x = cx.enter(|i| ops::to_float(i, item))?;
            if !x.is_finite() {
                if special.is_infinite() && x.is_infinite() && special != x {
                    return Err(value_error("-inf + inf in fsum"));
                }
                special += x;
                continue;
            }
            let mut kept = 0;
            for at in 0..partials.len() {
                let mut y = partials[at];
                if x.abs() < y.abs() {
                    std::mem::swap(&mut x, &mut y);
                }
                let high = x + y;
                let low = y - (high - x);
                if low != 0.0 {
                    partials[kept] = low;
                    kept += 1;
                }
                x = high;
            }
            if x.is_infinite() {
                return Err(crate::objects::exception::overflow_error("intermediate overflow in fsum"));
            }
            partials.truncate(kept);
            partials.push(x);
        }
        if special != 0.0 {
            return Ok(Value::Float(special));
        }
        let Some(mut high) = partials.pop() else { return Ok(Value::Float(0.0)) };
        let mut low = 0.0;
        while let Some(y) = partials.pop() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // Half-way cases are rounded by what is left.
        if let Some(&next) = partials.last()
            && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
        {
            let y = low * 2.0;
            let x = high + y;
            if y == x - high {
                high = x;
            }
        }
        Ok(Value::Float(high))
    }))
}

pub(super) fn prod(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterable, start] = args.bind_in_c("prod", &["iterable", "/", "*", "start"], 1)?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let mut result = if start.is_unset() { Value::Int(1) } else { start };
        for item in ops::collect(&cx, &iterable).await? {
            result = cx.run(|i| ops::binary(i, ops::BinaryOp::Mul, false, &result, &item)).await?;
        }
        Ok(result)
    }))
}

pub(super) fn sumprod(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [p, q] = args.exactly("math.sumprod")?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let (p, q) = (ops::collect(&cx, &p).await?, ops::collect(&cx, &q).await?);
        if p.len() != q.len() {
            return Err(value_error("Inputs are not the same length"));
        }
        let mut result = Value::Int(0);
        // Integers of 64 bits at the beginning are exact, as long as their sum is one; floats are summed apart, up to
        // the first pair of something else.
        let (mut ints, mut floats, mut any_floats) = (Some(0_i64), Some(f::SumOfProducts::default()), false);
        for (a, b) in p.iter().zip(&q) {
            if let Some(sum) = ints {
                ints = match (a, b) {
                    (Value::Int(a), Value::Int(b)) => a.checked_mul(*b).and_then(|part| sum.checked_add(part)),
                    _ => None,
                };
                if ints.is_some() {
                    continue;
                }
                result = Value::Int(sum);
            }
            let more = floats.zip(pair_of_floats(a, b)).and_then(|(sum, (x, y))| sum.with(x, y));
            if more.is_some() {
                (floats, any_floats) = (more, true);
                continue;
            }
            let sum = floats.take().filter(|_| any_floats).map(|sum| Value::Float(sum.value()));
            if let Some(sum) = sum {
                result = cx.run(|i| ops::binary(i, ops::BinaryOp::Add, false, &result, &sum)).await?;
            }
            let part = cx.run(|i| ops::binary(i, ops::BinaryOp::Mul, false, a, b)).await?;
            result = cx.run(|i| ops::binary(i, ops::BinaryOp::Add, false, &result, &part)).await?;
        }
        if let Some(sum) = ints {
            return Ok(Value::Int(sum));
        }
        if let Some(sum) = floats.filter(|_| any_floats) {
            result = cx.run(|i| ops::binary(i, ops::BinaryOp::Add, false, &result, &Value::Float(sum.value()))).await?;
        }
        Ok(result)
    }))
}

/// Two factors as floats, if one of them is one.
fn pair_of_floats(a: &Value, b: &Value) -> Option<(f64, f64)> {
    let number = |value: &Value| match value {
        Value::Float(x) => Some(*x),
        // A subclass of int may multiply otherwise.
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => ops::int_ref(value)?.to_f64().ok(),
        _ => None,
    };
    let has_float = matches!(a, Value::Float(_)) || matches!(b, Value::Float(_));
    number(a).zip(number(b)).filter(|_| has_float)
}
