//! The functions of module `math` on exact integers.

use crate::objects::args::Args;
use crate::objects::exception::{PyResult, overflow_error, value_error};
use crate::objects::int::{Int, IntRef, cost};
use crate::objects::{Interp, Value, ops};

/// The int of a value that `ops::to_int` gave.
pub(super) fn integer(value: &Value) -> IntRef<'_> {
    ops::int_ref(value).unwrap_or(IntRef::Small(0))
}

pub(super) fn fold(
    i: &mut dyn Interp,
    args: Args,
    name: &str,
    start: i64,
    combine: fn(IntRef<'_>, IntRef<'_>) -> Int,
) -> PyResult {
    args.no_keywords(name)?;
    let mut result = Int::from(start);
    for value in &args.values {
        let n = ops::to_int(i, value)?;
        ops::afford(i, cost::gcd(result.lend(), integer(&n)))?;
        result = combine(result.lend(), integer(&n));
    }
    Ok(result.lend().abs().into())
}

/// The product of `first..=last`.
fn product(i: &mut dyn Interp, first: u64, last: u64) -> PyResult<Int> {
    let bits = (last + 1).saturating_sub(first).saturating_mul(last.max(1).ilog2().into());
    ops::can_afford(i, cost::product_of_words(bits / 128, bits / 128))?;
    halved_product(i, first, last, &mut 0)
}

/// The product of `first..=last`, halved so that the factors stay of one size; `spent`: what it has cost so far.
fn halved_product(i: &mut dyn Interp, first: u64, last: u64, spent: &mut u64) -> PyResult<Int> {
    if last < first {
        return Ok(Int::from(1i64));
    }
    if last - first < 8 {
        let mut result = Int::from(first);
        for n in first + 1..=last {
            result = result.lend().mul(Int::from(n).lend());
        }
        return Ok(result);
    }
    let middle = first + (last - first) / 2;
    let low = halved_product(i, first, middle, spent)?;
    let high = halved_product(i, middle + 1, last, spent)?;
    i.charge((low.lend().bit_length() + high.lend().bit_length()) / 64);
    ops::charge_product(i, low.lend(), high.lend())?;
    *spent += cost::product(low.lend(), high.lend());
    ops::can_afford(i, *spent / 2)?;
    Ok(low.lend().mul(high.lend()))
}

pub(super) fn factorial(i: &mut dyn Interp, args: Args) -> PyResult {
    let [n] = args.exactly("math.factorial")?;
    let n = ops::to_int(i, &n)?;
    if integer(&n).is_negative() {
        return Err(value_error("factorial() not defined for negative values"));
    }
    match n {
        Value::Int(n) => Ok(product(i, 1, n as u64)?.into()),
        _ => Err(overflow_error(format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// `comb(n, k)`, `perm(n, k=None)`
pub(super) fn choose(i: &mut dyn Interp, args: Args, name: &str) -> PyResult {
    let combinations = name == "comb";
    let [n, k] =
        args.between(if combinations { "math.comb" } else { "math.perm" }, if combinations { 2 } else { 1 })?;
    if matches!(k, Value::Unset | Value::None) && !combinations {
        return factorial(i, Args::one(n));
    }
    let (n, k) = (ops::to_int(i, &n)?, ops::to_int(i, &k)?);
    for (value, which) in [(&n, "n"), (&k, "k")] {
        if integer(value).is_negative() {
            return Err(value_error(format!("{which} must be a non-negative integer")));
        }
    }
    if ops::less_than(i, &n, &k)? {
        return Ok(Value::Int(0));
    }
    let (Value::Int(n), Value::Int(k)) = (&n, &k) else {
        return choose_of_many(i, integer(&n), integer(&k), combinations);
    };
    let (n, k) = (*n as u64, *k as u64);
    if k > n {
        return Ok(Value::Int(0));
    }
    if !combinations {
        return Ok(product(i, n - k + 1, n)?.into());
    }
    let k = k.min(n - k);
    let (above, below) = (product(i, n - k + 1, n)?, product(i, 1, k)?);
    ops::afford(i, cost::quotient(above.lend(), below.lend()))?;
    Ok(above.lend().floor_div(below.lend())?.into())
}

/// The same where `n` is beyond 64 bits: what is taken from it, or what is left, must not be.
fn choose_of_many(i: &mut dyn Interp, n: IntRef<'_>, k: IntRef<'_>, combinations: bool) -> PyResult {
    let left = n.sub(k);
    let taken = [Some(k), combinations.then_some(left.lend())];
    let Some(count) = taken.into_iter().flatten().filter_map(IntRef::as_i64).min() else {
        let what = if combinations { "min(n - k, k)" } else { "k" };
        return Err(overflow_error(format!("{what} must not exceed {}", i64::MAX)));
    };
    let words = (count as u64).saturating_mul(n.bit_length()) / 128;
    ops::can_afford(i, cost::product_of_words(words, words))?;
    let (mut above, mut factor, one) = (Int::from(1i64), n.sub(IntRef::Small(0)), Int::from(1i64));
    for _ in 0..count {
        ops::charge_product(i, above.lend(), factor.lend())?;
        above = above.lend().mul(factor.lend());
        factor = factor.lend().sub(one.lend());
    }
    if !combinations {
        return Ok(above.into());
    }
    let below = product(i, 1, count as u64)?;
    ops::afford(i, cost::quotient(above.lend(), below.lend()))?;
    Ok(above.lend().floor_div(below.lend())?.into())
}
