//! The `__new__` of itertools' classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::combine::{Chosen, Level, Orders, Product, Rising};
use super::endless::{Count, Cycle, Repeat};
use super::filtered::{Compress, Starmap};
use super::grouped::{Groupby, Groups};
use super::linked::{Accumulate, Batched, Chain, Islice, Pairwise, ZipLongest};
use super::tee::Tee;
use super::walk::{Walk, walker};
use crate::objects::args::Args;
use crate::objects::bind::unexpected_keyword;
use crate::objects::builtin_types::iterator_types::{class_of, class_without_keywords, with_iterators};
use crate::objects::builtin_types::iterators;
use crate::objects::builtin_types::sifting::{Sieve, Sifted};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::iter::IterKind;
use crate::objects::{Interp, Value, known, ops, type_of};

/// A walk over one iterable.
fn over<W: Walk + 'static>(
    i: &mut dyn Interp,
    class: Rc<Class>,
    iterable: Value,
    make: impl FnOnce(Value) -> W + 'static,
) -> PyResult<Flow> {
    with_iterators(i, &[iterable], move |mut all| walker(&class, make(all.remove(0))))
}

/// None, where it is absent or None.
fn given(value: Value) -> Option<Value> {
    value.some().filter(|value| !value.is_none())
}

pub(super) fn chain(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    args.no_keywords("chain")?;
    let iterables = Value::tuple(args.positional_values().to_vec());
    over(i, class, iterables, |iterables| Chain { iterables, active: None, asked: false })
}

/// `chain.from_iterable(iterable)`
pub(super) fn from_iterable(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable] = args.exactly("chain.from_iterable")?;
    over(i, class, iterable, |iterables| Chain { iterables, active: None, asked: false })
}

/// An int that is no negative one, or None; the text where it is something else.
fn place(i: &mut dyn Interp, value: &Value, otherwise: i64) -> i64 {
    if value.is_none() || value.is_unset() { otherwise } else { ops::index(i, value).unwrap_or(i64::MIN) }
}

pub(super) fn islice(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let class = class_without_keywords(&mut args)?;
    let [iterable, first, second, third] = args.between("islice", 2)?;
    let (start, stop) = if second.is_unset() { (Value::None, first) } else { (first, second) };
    let (start, step) = (place(i, &start, 0), place(i, &third, 1));
    let bound = place(i, &stop, 0);
    if matches!(bound, -1 | i64::MIN) {
        return Err(value_error(STOP));
    }
    if start < 0 || bound < 0 {
        return Err(value_error(INDICES));
    }
    if step < 1 {
        return Err(value_error("Step for islice() must be a positive integer or None."));
    }
    let stop = (!stop.is_none()).then(|| ops::size(bound));
    let (next, step) = (ops::size(start), ops::size(step));
    over(i, class, iterable, move |iterator| Islice { iterator: Some(iterator), count: 0, next, stop, step })
}

pub(super) fn cycle(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    let [iterable] = args.between("cycle", 1)?;
    over(i, class, iterable, |iterator| Cycle::new(Some(iterator), Vec::new()))
}

pub(super) fn count(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [start, step] = args.bind_in_c("count", &["start", "step"], 0)?;
    let is_number = |value: &Value| match value.plain() {
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) | Value::Float(_) | Value::Complex(_) => true,
        Value::Object(_) | Value::Type(_) => {
            let class = type_of(value);
            [known::INDEX, known::INT, known::FLOAT, known::COMPLEX].iter().any(|name| class.lookup(*name).is_some())
        }
        _ => false,
    };
    let plain = |value: Value, absent: i64| match value {
        Value::Bool(value) => Value::Int(value.into()),
        value => value.some().unwrap_or(Value::Int(absent)),
    };
    let (next, step) = (plain(start, 0), plain(step, 1));
    if !is_number(&next) || !is_number(&step) {
        return Err(type_error("a number is required"));
    }
    Ok(Flow::Done(walker(&class, Count { next, step })))
}

pub(super) fn repeat(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [object, times] = args.bind_in_c("repeat", &["object", "times"], 1)?;
    let left = match times.some() {
        Some(times) => Some(ops::size(ops::ssize(i, &times)?.max(0))),
        None => None,
    };
    Ok(Flow::Done(walker(&class, Repeat { object, left })))
}

fn sifted(i: &mut dyn Interp, mut args: Args, name: &str, sieve: Sieve) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    let [predicate, iterable] = args.exactly(name)?;
    with_iterators(i, &[iterable], move |mut iterators| {
        iterators::native(&class, Sifted::new(predicate, iterators.remove(0), sieve))
    })
}

pub(super) fn takewhile(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    sifted(i, args, "takewhile", Sieve::While)
}

pub(super) fn dropwhile(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    sifted(i, args, "dropwhile", Sieve::From)
}

pub(super) fn filterfalse(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    sifted(i, args, "filterfalse", Sieve::Rejected)
}

pub(super) fn compress(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let both: [Value; 2] = args.bind_in_c("compress", &["data", "selectors"], 2)?;
    with_iterators(i, &both, move |mut all| {
        let (data, selectors) = (all.remove(0), all.remove(0));
        walker(&class, Compress { data, selectors, item: None })
    })
}

pub(super) fn starmap(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    let [function, iterable] = args.exactly("starmap")?;
    over(i, class, iterable, |iterator| Starmap { function, iterator, unpacking: false })
}

pub(super) fn accumulate(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, function, initial] = args.bind_in_c("accumulate", &["iterable", "func", "*", "initial"], 1)?;
    let (function, initial) = (given(function), given(initial));
    over(i, class, iterable, |iterator| Accumulate { iterator, function, total: None, initial, adding: false })
}

pub(super) fn pairwise(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    let [iterable] = args.between("pairwise", 1)?;
    over(i, class, iterable, Pairwise::new)
}

pub(super) fn batched(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, n, strict] = args.bind_in_c("batched", &["iterable", "n", "*", "strict"], 2)?;
    let n = ops::ssize(i, &n)?;
    let strict = !strict.is_unset() && ops::is_true(i, &strict)?;
    if n < 1 {
        return Err(value_error("n must be at least one"));
    }
    over(i, class, iterable, move |iterator| Batched { iterator, n: ops::size(n), strict, batch: Vec::new() })
}

/// The value of the only keyword that there may be.
fn keyword(args: &Args, function: &str, known: &str) -> PyResult<Option<Value>> {
    for (name, _) in args.keywords() {
        if &*name.text() != known {
            return Err(match function {
                "zip_longest" => type_error("zip_longest() got an unexpected keyword argument"),
                _ => unexpected_keyword(function, &name.text(), &[known]),
            });
        }
    }
    Ok(args.keywords().next().map(|(_, value)| value.clone()))
}

pub(super) fn zip_longest(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let fill = keyword(&args, "zip_longest", "fillvalue")?.unwrap_or(Value::None);
    let values = args.positional_values().to_vec();
    with_iterators(i, &values, move |all| {
        let left = all.len();
        let iterators = all.into_iter().map(Some).collect();
        walker(&class, ZipLongest { iterators, fill, left, row: Default::default() })
    })
}

/// What is made of the items of all these.
fn pooled(
    i: &mut dyn Interp,
    iterables: Vec<Value>,
    make: impl FnOnce(&mut dyn Interp, Vec<Vec<Value>>) -> PyResult + 'static,
) -> PyResult<Flow> {
    let mut pools = Vec::with_capacity(iterables.len());
    for iterable in &iterables {
        match ops::at_once(i, iterable)? {
            Some(pool) => pools.push(pool),
            None => break,
        }
    }
    if pools.len() == iterables.len() {
        return make(i, pools).map(Flow::Done);
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        for iterable in &iterables[pools.len()..] {
            pools.push(ops::collect_sized(&cx, iterable).await?);
        }
        cx.enter(|i| make(i, pools))
    }))
}

pub(super) fn product(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let named = args.keywords().count();
    if named > 1 {
        return Err(type_error(format!("product() takes at most 1 keyword argument ({named} given)")));
    }
    let repeat = match keyword(&args, "product", "repeat")? {
        Some(repeat) => ops::ssize(i, &repeat)?,
        None => 1,
    };
    let repeat = ops::natural(repeat).ok_or_else(|| value_error("repeat argument cannot be negative"))?;
    let iterables = args.positional_values().to_vec();
    i.reserve(iterables.len().saturating_mul(repeat).saturating_mul(16))?;
    pooled(i, if repeat == 0 { Vec::new() } else { iterables }, move |_, pools| {
        let pools: Vec<Rc<[Value]>> = pools.into_iter().map(Rc::from).collect();
        let pools: Vec<Rc<[Value]>> = (0..repeat).flat_map(|_| pools.iter().cloned()).collect();
        let at = vec![0; pools.len()];
        Ok(iterators::native(&class, Product { pools, at, begun: false, over: false }))
    })
}

/// How many are chosen; where that is more than `most`, there is nothing to choose.
fn length(i: &mut dyn Interp, r: &Value, most: usize) -> PyResult<usize> {
    let r = ops::natural(ops::ssize(i, r)?).ok_or_else(|| value_error("r must be non-negative"))?;
    if r <= most {
        i.reserve(r.saturating_mul(8))?;
    }
    Ok(r)
}

pub(super) fn permutations(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, r] = args.bind_in_c("permutations", &["iterable", "r"], 1)?;
    let r = given(r);
    pooled(i, vec![iterable], move |i, mut pools| {
        let pool = pools.remove(0);
        let r = match r {
            None => pool.len(),
            Some(r) if matches!(r.plain(), Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
                length(i, &r, pool.len())?
            }
            Some(_) => return Err(type_error("Expected int as r")),
        };
        Ok(iterators::native(&class, Chosen::new(pool, Orders::new(r))))
    })
}

/// What is combined, and how many of it at a time: a length that is none is refused before anything is iterated.
fn iterable_and_length(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<[Value; 2]> {
    let [iterable, r] = args.bind_in_c(name, &["iterable", "r"], 2)?;
    Ok([iterable, Value::Int(ops::ssize(i, &r)?)])
}

pub(super) fn combinations(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, r] = iterable_and_length(i, args, "combinations")?;
    pooled(i, vec![iterable], move |i, mut pools| {
        let pool = pools.remove(0);
        let r = length(i, &r, pool.len())?;
        Ok(iterators::native(&class, Chosen::new(pool, Rising(r))))
    })
}

pub(super) fn with_replacement(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, r] = iterable_and_length(i, args, "combinations_with_replacement")?;
    pooled(i, vec![iterable], move |i, mut pools| {
        let pool = pools.remove(0);
        let r = length(i, &r, if pool.is_empty() { 0 } else { usize::MAX })?;
        Ok(iterators::native(&class, Chosen::new(pool, Level(r))))
    })
}

pub(super) fn groupby(i: &mut dyn Interp, mut args: Args, grouper: Rc<Class>) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable, key] = args.bind_in_c("groupby", &["iterable", "key"], 1)?;
    let key = given(key);
    over(i, class, iterable, move |iterator| {
        let shared = Rc::new(RefCell::new(Groups::new(iterator, key)));
        Groupby { shared, grouper, target: None, asked: false }
    })
}

/// Another iterator where this one of tee's is.
pub(super) fn copied(value: &Value) -> Option<Value> {
    let Value::Iter(iter) = value.plain() else { return None };
    let IterKind::Native(state) = &iter.kind else { return None };
    let state = state.try_borrow().ok()?.copied()?;
    let copy = crate::objects::iter::Iter::new(iter.class.clone(), IterKind::Native(RefCell::new(state)));
    if let Value::Iter(copy) = &copy {
        copy.exhausted.set(iter.exhausted.get());
    }
    Some(copy)
}

/// `_tee(iterable)`
pub(super) fn tee_object(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [iterable] = args.between("_tee", 1)?;
    match copied(&iterable) {
        Some(copy) => Ok(Flow::Done(copy)),
        None => over(i, class, iterable, Tee::new),
    }
}

/// `tee(iterable, n=2)`
pub(super) fn tee(i: &mut dyn Interp, args: Args, class: &Rc<Class>) -> PyResult<Flow> {
    let [iterable, n] = args.between("itertools.tee", 1)?;
    let n = if n.is_unset() { 2 } else { ops::ssize(i, &n)? };
    let n = ops::natural(n).ok_or_else(|| value_error("n must be >= 0"))?;
    i.reserve(n.saturating_mul(64))?;
    if n == 0 {
        return Ok(Flow::Done(Value::tuple([])));
    }
    let all = move |first: Value| {
        let others: Vec<Value> = (1..n).filter_map(|_| copied(&first)).collect();
        Value::tuple(std::iter::once(first).chain(others).collect::<Vec<_>>())
    };
    match copied(&iterable) {
        // One of tee's own is the first of them itself.
        Some(_) => Ok(Flow::Done(all(iterable))),
        None => {
            let class = class.clone();
            with_iterators(i, &[iterable], move |mut found| all(walker(&class, Tee::new(found.remove(0)))))
        }
    }
}
