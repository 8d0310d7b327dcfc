//! Module `random`: CPython's generator and its methods, seeded by the run's option until the program seeds it.

use std::cell::RefCell;
use std::rc::Rc;

use super::RunOptions;
use super::random_mt::Random;
use super::random_sites as sites;
use crate::objects::class::Class;
use crate::objects::error_text::ErrorText;
use crate::objects::exception::{PyResult, index_error, type_error, value_error};
use crate::objects::function::{Method, SyncFn};
use crate::objects::int::{Int, IntRef};
use crate::objects::library_site::at;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::{self, int_ref};
use crate::objects::{Args, Flow, Interp, Symbol, Value, type_name, type_of};

struct Generator(RefCell<Random>);

impl Native for Generator {
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(Generator(self.0.clone())))
    }
}

const METHODS: &[(&str, SyncFn)] = &[
    ("seed", seed),
    ("random", |_, args| {
        let given = args.values.len().saturating_sub(1);
        if given > 0 {
            return Err(type_error(format!("Random.random() takes no arguments ({given} given)")));
        }
        with(args, "random", 0, |r, _| Ok(Value::Float(r.random())))
    }),
    ("getrandbits", |i, args| {
        let (this, [bits]) = own::<1>(args, "getrandbits", 1)?;
        let bits = ops::index(i, &bits)?;
        if bits < 0 {
            return Err(value_error("number of bits must be non-negative"));
        }
        i.reserve(bits as usize / 8)?;
        Ok(generator(&this, "getrandbits")?.0.borrow_mut().getrandbits(bits as u64).into())
    }),
    ("randbytes", |i, args| {
        let (this, [n]) = named(args, "Random.randbytes", ["n"], 1)?;
        let n = ops::index(i, &n)?;
        if n < 0 {
            return Err(value_error("number of bits must be non-negative"));
        }
        let n = n as usize;
        i.reserve(n)?;
        Ok(Value::bytes(generator(&this, "randbytes")?.0.borrow_mut().randbytes(n)))
    }),
    ("randrange", randrange),
    ("randint", |i, args| {
        let this = args.values.first().cloned().unwrap_or_default();
        let mut args = args;
        args.take_first();
        let [a, b] = args.bind::<2>("Random.randint", &["a", "b"], 2)?;
        let one = Value::Int(1);
        let end = ops::binary(i, ops::BinaryOp::Add, false, &b, &one)?;
        let end = i.finish(end)?;
        randrange(i, [this, a, end].into()).map_err(at(&sites::RANDINT))
    }),
    ("choice", choice),
    ("choices", choices),
    ("shuffle", shuffle),
    ("sample", sample),
    ("uniform", |i, args| floats::<2>(i, args, "uniform", &[], |r, [a, b]| Ok(r.uniform(a, b)))),
    ("triangular", triangular),
    ("gauss", |i, args| floats(i, args, "gauss", &[0.0, 1.0], |r, [a, b]| Ok(r.gauss(a, b)))),
    ("normalvariate", |i, args| floats(i, args, "normalvariate", &[0.0, 1.0], |r, [a, b]| Ok(r.normalvariate(a, b)))),
    ("lognormvariate", |i, args| floats::<2>(i, args, "lognormvariate", &[], |r, [a, b]| r.lognormvariate(a, b))),
    ("expovariate", |i, args| floats(i, args, "expovariate", &[1.0], |r, [a]| r.expovariate(a))),
    ("vonmisesvariate", |i, args| floats::<2>(i, args, "vonmisesvariate", &[], |r, [a, b]| r.vonmisesvariate(a, b))),
    ("gammavariate", |i, args| floats::<2>(i, args, "gammavariate", &[], |r, [a, b]| r.gammavariate(a, b))),
    ("betavariate", |i, args| floats::<2>(i, args, "betavariate", &[], |r, [a, b]| r.betavariate(a, b))),
    ("paretovariate", |i, args| floats::<1>(i, args, "paretovariate", &[], |r, [a]| r.paretovariate(a))),
    ("weibullvariate", |i, args| floats::<2>(i, args, "weibullvariate", &[], |r, [a, b]| r.weibullvariate(a, b))),
    ("binomialvariate", |i, args| {
        let (this, [n, p]) = named(args, "Random.binomialvariate", ["n", "p"], 0)?;
        let n = if n.is_unset() { 1 } else { ops::index(i, &n)? };
        let p = if p.is_unset() { 0.5 } else { ops::to_float(i, &p)? };
        let drawn = generator(&this, "binomialvariate")?.0.borrow_mut().binomialvariate(n, p)?;
        Ok(Value::Int(drawn))
    }),
    ("getstate", getstate),
    ("setstate", setstate),
];

fn generator<'a>(this: &'a Value, method: &str) -> PyResult<&'a Generator> {
    receiver(this, "Random", method)
}

/// The receiver and up to `N` arguments.
fn own<const N: usize>(mut args: Args, method: &str, min: usize) -> PyResult<(Value, [Value; N])> {
    let this = args.take_first().unwrap_or_default();
    Ok((this, args.between(method, min)?))
}

/// The same of a method whose arguments may be given by name, as of those that are Python in CPython.
fn named<const N: usize>(mut args: Args, method: &str, names: [&str; N], min: usize) -> PyResult<(Value, [Value; N])> {
    let this = args.take_first().unwrap_or_default();
    Ok((this, args.bind(method, &names, min)?))
}

fn with(args: Args, method: &str, min: usize, draw: impl FnOnce(&mut Random, [Value; 1]) -> PyResult) -> PyResult {
    let (this, values) = own::<1>(args, method, min)?;
    let mut random = generator(&this, method)?.0.borrow_mut();
    draw(&mut random, values)
}

/// A method of `N` float arguments, the last ones with defaults.
fn floats<const N: usize>(
    i: &mut dyn Interp,
    mut args: Args,
    method: &str,
    defaults: &[f64],
    draw: impl FnOnce(&mut Random, [f64; N]) -> Result<f64, ErrorText>,
) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let names: &[&str] = match (method, N) {
        ("uniform", _) => &["a", "b"],
        ("expovariate", _) => &["lambd"],
        ("vonmisesvariate", _) => &["mu", "kappa"],
        ("gauss" | "normalvariate" | "lognormvariate", _) => &["mu", "sigma"],
        ("paretovariate", _) => &["alpha"],
        _ => &["alpha", "beta"],
    };
    let given = args.bind::<N>(&format!("Random.{method}"), names, N - defaults.len())?;
    let mut numbers = [0.0; N];
    for (at, value) in given.iter().enumerate() {
        numbers[at] = match value {
            Value::Unset => defaults[at + defaults.len() - N],
            value => ops::to_float(i, value)?,
        };
    }
    let drawn = draw(&mut generator(&this, method)?.0.borrow_mut(), numbers)?;
    Ok(Value::Float(drawn))
}

fn seed(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let [value, version] = args.bind::<2>("Random.seed", &["a", "version"], 0)?;
    if version.as_int() == Some(1)
        && let Some(old) = old_seed(&value)
    {
        let mut random = generator(&this, "seed")?.0.borrow_mut();
        random.gauss_next = None;
        random.seed_u64(old);
        return Ok(Value::None);
    }
    let run_seed = i.states().get::<RunOptions>().seed;
    let mut random = generator(&this, "seed")?.0.borrow_mut();
    random.gauss_next = None;
    match value.plain() {
        // Without an argument CPython takes the system's randomness: here, the run's.
        Value::Unset | Value::None => random.seed_int(IntRef::Small(run_seed as i64)),
        Value::Float(_) => {
            let hash = ops::hash(i, &value)?;
            random.seed_hash(hash);
        }
        Value::Str(s) => random.seed_bytes(s.text().as_bytes()),
        Value::Bytes(b) => random.seed_bytes(&b.data),
        other => match int_ref(other) {
            Some(n) => random.seed_int(n),
            None => {
                return Err(type_error(
                    "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.",
                ));
            }
        },
    }
    Ok(Value::None)
}

/// What `seed(text, version=1)` makes of a text or of bytes.
#[cold]
#[inline(never)]
fn old_seed(value: &Value) -> Option<u64> {
    let points: Vec<u64> = match value.plain() {
        Value::Str(s) => s.data.points().map(u64::from).collect(),
        Value::Bytes(b) => b.data.iter().map(|b| u64::from(*b)).collect(),
        _ => return None,
    };
    let first = points.first().map_or(0, |first| first << 7);
    let mixed = points.iter().fold(first, |x, c| x.wrapping_mul(1_000_003) ^ c) ^ points.len() as u64;
    Some(mixed)
}

fn subtract(a: &Value, b: &Value) -> PyResult<Int> {
    match (int_ref(a), int_ref(b)) {
        (Some(a), Some(b)) => Ok(a.sub(b)),
        _ => Err(type_error("an integer is required")),
    }
}

fn integer(value: &Value) -> PyResult {
    match value.plain() {
        n @ (Value::Int(_) | Value::BigInt(_)) => Ok(n.clone()),
        Value::Bool(b) => Ok(Value::Int(*b as i64)),
        other => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(other)))),
    }
}

fn randrange(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let [start, stop, step] = args.bind::<3>("Random.randrange", &["start", "stop", "step"], 1)?;
    let start = integer(&start).map_err(at(&sites::RANDRANGE_START))?;
    let random = &generator(&this, "randrange")?.0;
    if stop.is_unset() || stop.is_none() {
        let n = int_ref(&start).unwrap_or(IntRef::Small(0));
        if n.compare(IntRef::Small(0)).is_le() {
            return Err(at(&sites::RANDRANGE_NONE)(value_error("empty range for randrange()")));
        }
        return Ok(random.borrow_mut().below_int(n).into());
    }
    let stop = integer(&stop).map_err(at(&sites::RANDRANGE_STOP))?;
    let width = subtract(&stop, &start)?;
    let step = if step.is_unset() { Value::Int(1) } else { integer(&step)? };
    let add = |offset: Int| -> PyResult {
        let start = int_ref(&start).unwrap_or(IntRef::Small(0));
        Ok(start.add(offset.lend()).into())
    };
    if matches!(step, Value::Int(1)) {
        if width.lend().compare(IntRef::Small(0)).is_gt() {
            let drawn = random.borrow_mut().below_int(width.lend());
            return add(drawn);
        }
        let text = format!("empty range in randrange({}, {})", number(&start), number(&stop));
        return Err(at(&sites::RANDRANGE_EMPTY)(value_error(text)));
    }
    let (&Value::Int(step), Int::Small(width)) = (&step, width) else {
        return Err(value_error("randrange() with a step needs numbers of 64 bits"));
    };
    let count = match step {
        0 => return Err(value_error("zero step for randrange()")),
        s if s > 0 => (width + s - 1).div_euclid(s),
        s => (-width - s - 1).div_euclid(-s),
    };
    if count <= 0 {
        let text = format!("empty range in randrange({}, {}, {step})", number(&start), number(&stop));
        return Err(at(&sites::RANDRANGE_STEP)(value_error(text)));
    }
    let drawn = random.borrow_mut().below(count as u64) as i64;
    add(Int::Small(step * drawn))
}

fn number(value: &Value) -> String {
    match value {
        Value::Int(n) => n.to_string(),
        Value::BigInt(n) => n.to_string(),
        _ => String::new(),
    }
}

fn choice(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [sequence]) = named(args, "Random.choice", ["seq"], 1)?;
    let n = ops::length(i, &sequence)?;
    if n == 0 {
        return Err(at(&sites::CHOICE)(index_error("Cannot choose from an empty sequence")));
    }
    let at = generator(&this, "choice")?.0.borrow_mut().below(n as u64);
    item(i, &sequence, at as usize)
}

fn item(i: &mut dyn Interp, sequence: &Value, at: usize) -> PyResult {
    let flow = ops::get_item(i, sequence, &Value::Int(at as i64))?;
    i.finish(flow)
}

fn choices(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let parameters = ["population", "weights", "*", "cum_weights", "k"];
    let [population, weights, cumulative, k] = args.bind::<4>("Random.choices", &parameters, 1)?;
    let k = if k.is_unset() { 1 } else { ops::index(i, &k)? };
    let n = ops::length(i, &population)?;
    let absent = |v: &Value| v.is_unset() || v.is_none();
    let table = match (absent(&weights), absent(&cumulative)) {
        (true, true) => None,
        (false, false) => return Err(type_error("Cannot specify both weights and cumulative weights")),
        (false, true) => {
            let mut total = 0.0;
            let mut sums = Vec::new();
            for weight in ops::to_vec(i, &weights)? {
                total += ops::to_float(i, &weight)?;
                sums.push(total);
            }
            Some(sums)
        }
        (true, false) => {
            let given = ops::to_vec(i, &cumulative)?;
            Some(given.iter().map(|w| ops::to_float(i, w)).collect::<PyResult<Vec<f64>>>()?)
        }
    };
    if let Some(table) = &table {
        if table.len() != n {
            return Err(value_error("The number of weights does not match the population"));
        }
        match table.last() {
            Some(total) if *total <= 0.0 => return Err(value_error("Total of weights must be greater than zero")),
            Some(total) if !total.is_finite() => return Err(value_error("Total of weights must be finite")),
            _ => {}
        }
    }
    if n == 0 && k > 0 {
        return Err(index_error("list index out of range"));
    }
    let mut drawn = Vec::new();
    for _ in 0..k.max(0) {
        let mut random = generator(&this, "choices")?.0.borrow_mut();
        let at = match &table {
            None => random.choice_of(n),
            Some(table) => random.choice_by_weight(table),
        };
        drop(random);
        drawn.push(item(i, &population, at)?);
    }
    Ok(Value::list(drawn))
}

fn shuffle(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [sequence]) = named(args, "Random.shuffle", ["x"], 1)?;
    if let Value::List(list) = sequence.plain() {
        let mut items = list.items.take();
        generator(&this, "shuffle")?.0.borrow_mut().shuffle(items.len(), |a, b| items.swap(a, b));
        list.items.replace(items);
        return Ok(Value::None);
    }
    let n = ops::length(i, &sequence)?;
    let mut swaps = Vec::new();
    generator(&this, "shuffle")?.0.borrow_mut().shuffle(n, |a, b| swaps.push((a, b)));
    for (a, b) in swaps {
        let (x, y) = (item(i, &sequence, a)?, item(i, &sequence, b)?);
        for (at, value) in [(a, y), (b, x)] {
            let flow = ops::set_item(i, &sequence, &Value::Int(at as i64), value)?;
            i.finish(flow)?;
        }
    }
    Ok(Value::None)
}

fn sample(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let [population, k, counts] = args.bind::<3>("Random.sample", &["population", "k", "*", "counts"], 2)?;
    if matches!(population.plain(), Value::Set(_) | Value::Dict(_)) {
        return Err(type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let n = ops::length(i, &population)?;
    let k = ops::index(i, &k)?;
    let mut places: Vec<usize> = (0..n).collect();
    if !counts.is_unset() && !counts.is_none() {
        let counts = ops::to_vec(i, &counts)?;
        if counts.len() != n {
            return Err(value_error("The number of counts does not match the population"));
        }
        places.clear();
        for (at, count) in counts.iter().enumerate() {
            let count = ops::index(i, count)?.max(0) as usize;
            i.reserve(count * 8)?;
            places.extend(std::iter::repeat_n(at, count));
        }
    }
    if k < 0 || k as usize > places.len() {
        return Err(at(&sites::SAMPLE)(value_error("Sample larger than population or is negative")));
    }
    let chosen = generator(&this, "sample")?.0.borrow_mut().sample(places.len() as u64, k as usize);
    let mut items = Vec::new();
    for at in chosen {
        items.push(item(i, &population, places[at as usize])?);
    }
    Ok(Value::list(items))
}

fn triangular(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let [low, high, mode] = args.bind::<3>("Random.triangular", &["low", "high", "mode"], 0)?;
    let low = if low.is_unset() { 0.0 } else { ops::to_float(i, &low)? };
    let high = if high.is_unset() { 1.0 } else { ops::to_float(i, &high)? };
    let mode = if mode.is_unset() || mode.is_none() { None } else { Some(ops::to_float(i, &mode)?) };
    let drawn = generator(&this, "triangular")?.0.borrow_mut().triangular(low, high, mode)?;
    Ok(Value::Float(drawn.unwrap_or(low)))
}

/// (3, the generator's words, what `gauss` has left)
fn getstate(_: &mut dyn Interp, args: Args) -> PyResult {
    with(args, "getstate", 0, |r, _| {
        let words: Vec<Value> = r.state().map(|w| Value::Int(w as i64)).collect();
        let next = r.gauss_next.map_or(Value::None, Value::Float);
        Ok(Value::tuple(vec![Value::Int(3), Value::tuple(words), next]))
    })
}

fn setstate(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [state]) = own::<1>(args, "setstate", 1)?;
    let parts = ops::to_vec(i, &state)?;
    let [_, words, gauss] = parts.as_slice() else {
        return Err(value_error("state vector is the wrong size"));
    };
    let words: Vec<u32> = ops::to_vec(i, words)?.iter().map(|w| w.as_int().unwrap_or(0) as u32).collect();
    let mut random = generator(&this, "setstate")?.0.borrow_mut();
    if !random.set_state(&words) {
        return Err(value_error("state vector is the wrong size"));
    }
    random.gauss_next = match gauss {
        Value::Float(x) => Some(*x),
        _ => None,
    };
    Ok(Value::None)
}

fn make(i: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    let seed = i.states().get::<RunOptions>().seed;
    Ok(Object::with_native(class.clone(), Generator(RefCell::new(Random::new(seed)))))
}

/// `Random(seed)`.
fn init(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_first().unwrap_or_default();
    let [value] = args.bind::<1>("Random", &["x"], 0)?;
    if !value.is_unset() && !value.is_none() {
        seed(i, [this, value].into())?;
    }
    Ok(Flow::Done(Value::None))
}

/// A class that draws by a `random` or `getrandbits` of its own has Random's other methods in Python, over those.
fn init_subclass(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [class] = args.exactly("__init_subclass__")?;
    let drawn = ["random", "getrandbits"].map(Symbol::new);
    if let Value::Type(made) = &class
        && drawn.into_iter().any(|name| made.overrides(name))
    {
        let methods = i.import("_random_methods")?;
        let adopt = crate::asyncio::py::get(i, &methods, "adopt")?;
        return Ok(Flow::Call(Box::new((adopt, Args::one(class)))));
    }
    Ok(Flow::Done(Value::None))
}

pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("random");
    let mut class = NativeClass::new("Random", "random", &[], make)
        .method("__init__", init)
        .class_method("__init_subclass__", init_subclass);
    for (name, code) in METHODS {
        class = class.sync(name, *code);
    }
    class = class.sync("__setstate__", setstate).sync("__reduce__", |i, args| {
        let class = Value::Type(type_of(&args.values[0]));
        let state = getstate(i, args)?;
        Ok(Value::tuple([class, Value::tuple([]), state]))
    });
    let class = class.finish();
    let hidden = make(i, &class, &Args::none())?;
    for (name, _) in METHODS {
        let symbol = Symbol::new(name);
        let function = class.lookup(symbol).unwrap_or_default();
        module.set(symbol, Method::new(function, hidden.clone()));
    }
    let system = Class::new("SystemRandom", vec![class.clone()], class.mro(), None, make, 0);
    module.set(Symbol::new("SystemRandom"), Value::Type(system));
    module.set(Symbol::new("Random"), Value::Type(class));
    module.set(Symbol::new("_inst"), hidden);
    Ok(module)
}
