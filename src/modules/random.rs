//! Module `random`: CPython's generator and its methods, seeded by the run's option until the program seeds it.

use std::cell::RefCell;
use std::rc::Rc;

use super::RunOptions;
use super::random_by_text::{by_text, by_text_alone, draws_by_own, float, numbers};
use super::random_core;
use super::random_mt::Random;
use super::random_state;
use crate::machine::machine;
use crate::machine::process::MAIN_PID;
use crate::objects::attribute::get_attr_now;
use crate::objects::builtin_types::{bytearray, bytes_like};
use crate::objects::class::Class;
use crate::objects::error_text::ErrorText;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{FlowFn, Method, SyncFn};
use crate::objects::int::IntRef;
use crate::objects::library_site::{Site, at};
use crate::objects::module::Module;
use crate::objects::module::from_library;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::{self, int_ref};
use crate::objects::{Args, Flow, Interp, Symbol, Value, known, type_name, type_of};
use crate::trace::sorted::distinct;

pub(super) struct Generator(pub(super) RefCell<Random>);

impl Native for Generator {
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(Generator(self.0.clone())))
    }
}

const METHODS: &[(&str, SyncFn)] = &[
    ("seed", seed),
    ("random", random_core::random),
    ("getrandbits", random_core::getrandbits),
    ("_randbelow", |_, args| {
        let (this, [n]) = own::<1>(args, "_randbelow", 1)?;
        let n = integer(&n)?;
        let n = int_ref(&n).unwrap_or(IntRef::Small(0));
        let mut random = generator(&this, "_randbelow")?.0.borrow_mut();
        Ok(if n.compare(IntRef::Small(0)).is_gt() { random.below_int(n).into() } else { Value::Int(0) })
    }),
    ("uniform", |i, args| floats::<2>(i, args, "uniform", &[], |r, [a, b]| Ok(r.uniform(a, b)))),
    ("gauss", |i, args| floats(i, args, "gauss", &[0.0, 1.0], |r, [a, b]| Ok(r.gauss(a, b)))),
    ("normalvariate", |i, args| floats(i, args, "normalvariate", &[0.0, 1.0], |r, [a, b]| Ok(r.normalvariate(a, b)))),
    ("lognormvariate", |i, args| floats::<2>(i, args, "lognormvariate", &[], |r, [a, b]| r.lognormvariate(a, b))),
    ("expovariate", |i, args| floats(i, args, "expovariate", &[1.0], |r, [a]| r.expovariate(a))),
    ("vonmisesvariate", |i, args| floats::<2>(i, args, "vonmisesvariate", &[], |r, [a, b]| r.vonmisesvariate(a, b))),
    ("gammavariate", |i, args| floats::<2>(i, args, "gammavariate", &[], |r, [a, b]| r.gammavariate(a, b))),
    ("betavariate", |i, args| floats::<2>(i, args, "betavariate", &[], |r, [a, b]| r.betavariate(a, b))),
    ("paretovariate", |i, args| floats::<1>(i, args, "paretovariate", &[], |r, [a]| r.paretovariate(a))),
    ("weibullvariate", |i, args| floats::<2>(i, args, "weibullvariate", &[], |r, [a, b]| r.weibullvariate(a, b))),
    ("getstate", random_state::getstate),
    ("setstate", random_state::setstate),
];

/// Those that go on in Python where their arguments are not at hand, or more than [`AT_ONCE`] are drawn.
const FLOWING: &[(&str, FlowFn)] = &[
    ("randrange", randrange),
    ("randint", randint),
    ("randbytes", randbytes),
    ("binomialvariate", binomialvariate),
    ("choice", choice),
    ("choices", choices),
    ("shuffle", shuffle),
    ("sample", sample),
    ("triangular", triangular),
];

/// How many items are drawn without a pause.
const AT_ONCE: i64 = 1_000_000;

/// Where Lib/random.py refuses a seed.
static SEED: Site = Site {
    file: "<stdlib>/random.py",
    function: "seed",
    line: 170,
    end_line: 171,
    column: 12,
    end_column: 75,
    text: &[
        "            raise TypeError('The only supported seed types are:\\n'",
        "                            'None, int, float, str, bytes, and bytearray.')",
    ],
};

pub(super) fn generator<'a>(this: &'a Value, method: &str) -> PyResult<&'a Generator> {
    receiver(this, "Random", method)
}

/// The receiver and up to `N` arguments.
pub(super) fn own<const N: usize>(mut args: Args, method: &str, min: usize) -> PyResult<(Value, [Value; N])> {
    let this = args.take_receiver();
    Ok((this, args.between(method, min)?))
}

pub(super) fn with(
    args: Args,
    method: &str,
    min: usize,
    draw: impl FnOnce(&mut Random, [Value; 1]) -> PyResult,
) -> PyResult {
    let (this, values) = own::<1>(args, method, min)?;
    let mut random = generator(&this, method)?.0.borrow_mut();
    draw(&mut random, values)
}

/// A method of `N` float arguments, the last ones with defaults.
fn floats<const N: usize>(
    i: &mut dyn Interp,
    args: Args,
    method: &str,
    defaults: &[f64],
    draw: impl FnOnce(&mut Random, [f64; N]) -> Result<f64, ErrorText>,
) -> PyResult {
    let names: &[&str] = match (method, N) {
        ("uniform", _) => &["self", "a", "b"],
        ("expovariate", _) => &["self", "lambd"],
        ("vonmisesvariate", _) => &["self", "mu", "kappa"],
        ("gauss" | "normalvariate" | "lognormvariate", _) => &["self", "mu", "sigma"],
        ("paretovariate", _) => &["self", "alpha"],
        _ => &["self", "alpha", "beta"],
    };
    // The receiver and up to two numbers.
    let (function, required) = (format!("Random.{method}"), 1 + N - defaults.len());
    let [this, first, second] = match names.len() {
        2 => {
            let [this, first] = args.bind::<2>(&function, names, required)?;
            [this, first, Value::Unset]
        }
        _ => args.bind::<3>(&function, names, required)?,
    };
    let given = &[first, second][..N];
    let mut numbers = [0.0; N];
    for (at, value) in given.iter().enumerate() {
        numbers[at] = match value {
            Value::Unset => defaults[at + defaults.len() - N],
            Value::Float(number) => *number,
            Value::Int(number) => *number as f64,
            _ => return other_numbers(i, method, &this, &names[1..], given),
        };
    }
    let drawn = draw(&mut generator(&this, method)?.0.borrow_mut(), numbers);
    match drawn {
        Ok(drawn) => Ok(Value::Float(drawn)),
        // It says how and where it fails.
        Err(_) => other_numbers(i, method, &this, &names[1..], given),
    }
}

#[cold]
#[inline(never)]
fn other_numbers(i: &mut dyn Interp, method: &str, this: &Value, names: &[&str], given: &[Value]) -> PyResult {
    let named: Vec<_> = names.iter().copied().zip(given).collect();
    let flow = by_text(i, method, &[this], &named)?;
    i.finish(flow)
}

fn seed(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, value, version] = args.bind::<3>("Random.seed", &["self", "a", "version"], 1)?;
    let number = match version.as_int() {
        // Without an argument CPython takes the system's randomness.
        _ if value.is_unset() || value.is_none() => Some(drawn_seed(i)),
        Some(1) => old_seed(&value),
        _ => None,
    };
    let mut random = generator(&this, "seed")?.0.borrow_mut();
    random.gauss_next = None;
    if let Some(number) = number {
        random.seed_u64(number);
        return Ok(Value::None);
    }
    match value.plain() {
        Value::Float(_) => {
            let hash = ops::hash(i, &value)?;
            random.seed_hash(hash);
        }
        Value::Str(s) => random.seed_bytes(s.text().as_bytes()),
        Value::Bytes(b) => random.seed_bytes(&b.data),
        other => match int_ref(other) {
            Some(n) => random.seed_int(n),
            None if bytearray::of(other).is_some() => random.seed_bytes(&bytes_like::to_vec(other).unwrap_or_default()),
            None => {
                let text = "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.";
                return Err(at(&SEED)(type_error(text)));
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

fn integer(value: &Value) -> PyResult {
    match value.plain() {
        n @ (Value::Int(_) | Value::BigInt(_)) => Ok(n.clone()),
        Value::Bool(b) => Ok(Value::Int(*b as i64)),
        other => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(other)))),
    }
}

fn binomialvariate(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, n, p] = args.bind::<3>("Random.binomialvariate", &["self", "n", "p"], 1)?;
    let numbers = match (&n, &p) {
        (Value::Unset, Value::Unset) => Some((1, 0.5)),
        (&Value::Int(n), Value::Unset) => Some((n, 0.5)),
        (Value::Unset, &Value::Float(p)) => Some((1, p)),
        (&Value::Int(n), &Value::Float(p)) => Some((n, p)),
        (&Value::Int(n), &Value::Int(p)) => Some((n, p as f64)),
        _ => None,
    };
    match numbers.filter(|(_, p)| !p.is_nan()) {
        Some((n, p)) => {
            let drawn = generator(&this, "binomialvariate")?.0.borrow_mut().binomialvariate(n, p)?;
            Ok(Flow::Done(Value::Int(drawn)))
        }
        None => by_text(i, "binomialvariate", &[&this], &[("n", &n), ("p", &p)]),
    }
}

fn randint(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, a, b] = args.bind::<3>("Random.randint", &["self", "a", "b"], 3)?;
    if let (&Value::Int(first), &Value::Int(last)) = (&a, &b)
        && let Some(width) = last.checked_sub(first).filter(|width| *width >= 0)
    {
        let drawn = generator(&this, "randint")?.0.borrow_mut().below(width as u64 + 1);
        return Ok(Flow::Done(Value::Int(first + drawn as i64)));
    }
    by_text(i, "randint", &[&this, &a, &b], &[])
}

/// As many bytes as `getrandbits` may be asked for at once.
const MOST_BYTES: i64 = i32::MAX as i64 / 8;

fn randbytes(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, n] = args.bind::<2>("Random.randbytes", &["self", "n"], 2)?;
    match n {
        Value::Int(n @ 0..=MOST_BYTES) => {
            i.reserve(n as usize)?;
            let drawn = generator(&this, "randbytes")?.0.borrow_mut().randbytes(n as usize);
            Ok(Flow::Done(Value::bytes(drawn)))
        }
        // How it is multiplied, and what is told of it, is its own.
        n => by_text(i, "randbytes", &[&this, &n], &[]),
    }
}

fn randrange(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, start, stop, step] = args.bind::<4>("Random.randrange", &["self", "start", "stop", "step"], 2)?;
    let range = match (&start, &stop, &step) {
        (&Value::Int(stop), Value::Unset | Value::None, Value::Unset) => Some((0, stop)),
        (&Value::Int(start), &Value::Int(stop), Value::Unset | Value::Int(1)) => Some((start, stop)),
        _ => None,
    };
    if let Some((first, end)) = range
        && let Some(width) = end.checked_sub(first).filter(|width| *width > 0)
    {
        let drawn = generator(&this, "randrange")?.0.borrow_mut().below(width as u64);
        return Ok(Flow::Done(Value::Int(first + drawn as i64)));
    }
    by_text(i, "randrange", &[&this, &start, &stop], &[("step", &step)])
}

/// How many items a sequence has whose items are at hand.
fn items_at_hand(sequence: &Value) -> Option<usize> {
    match sequence.plain() {
        Value::List(list) => Some(list.items.borrow().len()),
        Value::Tuple(tuple) => Some(tuple.items.len()),
        Value::Str(text) => Some(text.data.len()),
        Value::Range(range) => Some(range.len() as usize),
        _ => None,
    }
}

fn choice(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, sequence] = args.bind::<2>("Random.choice", &["self", "seq"], 2)?;
    let Some(n) = items_at_hand(&sequence).filter(|n| *n > 0) else {
        return by_text(i, "choice", &[&this, &sequence], &[]);
    };
    let at = generator(&this, "choice")?.0.borrow_mut().below(n as u64);
    ops::get_item(i, &sequence, &Value::Int(at as i64))
}

fn item(i: &mut dyn Interp, sequence: &Value, at: usize) -> PyResult {
    let flow = ops::get_item(i, sequence, &Value::Int(at as i64))?;
    i.finish(flow)
}

fn choices(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let parameters = ["self", "population", "weights", "*", "cum_weights", "k"];
    let [this, population, weights, cumulative, k] = args.bind::<5>("Random.choices", &parameters, 2)?;
    let n = items_at_hand(&population).filter(|n| *n > 0);
    let count = if k.is_unset() { Some(1) } else { k.as_int().filter(|k| *k <= AT_ONCE) };
    let table = match (weights.is_unset() || weights.is_none(), cumulative.is_unset() || cumulative.is_none()) {
        (true, true) => Some(None),
        (false, true) => numbers(i, &weights)?.map(|mut sums| {
            (1..sums.len()).for_each(|at| sums[at] += sums[at - 1]);
            Some(sums)
        }),
        (true, false) => numbers(i, &cumulative)?.map(Some),
        (false, false) => None,
    };
    let fits = |table: &Option<Vec<f64>>, n| match table {
        None => true,
        Some(sums) => sums.len() == n && sums.last().is_some_and(|total| *total > 0.0 && total.is_finite()),
    };
    let (Some(n), Some(count), Some(table)) = (n, count, table.filter(|table| fits(table, n.unwrap_or(0)))) else {
        let named = [("weights", &weights), ("cum_weights", &cumulative), ("k", &k)];
        return by_text(i, "choices", &[&this, &population], &named);
    };
    let mut drawn = Vec::new();
    for _ in 0..count.max(0) {
        let mut random = generator(&this, "choices")?.0.borrow_mut();
        let at = match &table {
            None => random.choice_of(n),
            Some(table) => random.choice_by_weight(table),
        };
        drop(random);
        drawn.push(item(i, &population, at)?);
    }
    Ok(Flow::Done(Value::list(drawn)))
}

fn shuffle(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, sequence] = args.bind::<2>("Random.shuffle", &["self", "x"], 2)?;
    let Value::List(list) = sequence.plain() else { return by_text(i, "shuffle", &[&this, &sequence], &[]) };
    let mut items = list.items.take();
    generator(&this, "shuffle")?.0.borrow_mut().shuffle(items.len(), |a, b| items.swap(a, b));
    list.items.replace(items);
    Ok(Flow::Done(Value::None))
}

fn sample(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, population, k, counts] =
        args.bind::<4>("Random.sample", &["self", "population", "k", "*", "counts"], 3)?;
    let n = items_at_hand(&population).filter(|_| counts.is_unset() || counts.is_none());
    let possible = |k: &i64| n.is_some_and(|n| (0..=AT_ONCE.min(n as i64)).contains(k));
    let (Some(n), Some(k)) = (n, k.as_int().filter(possible)) else {
        return by_text(i, "sample", &[&this, &population, &k], &[("counts", &counts)]);
    };
    let chosen = generator(&this, "sample")?.0.borrow_mut().sample(n as u64, k as usize);
    let mut items = Vec::new();
    for at in chosen {
        items.push(item(i, &population, at as usize)?);
    }
    Ok(Flow::Done(Value::list(items)))
}

fn triangular(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, low, high, mode] = args.bind::<4>("Random.triangular", &["self", "low", "high", "mode"], 1)?;
    let low = if low.is_unset() { Value::Float(0.0) } else { low };
    let mode = if mode.is_none() { Value::Unset } else { mode };
    let (Some(from), Some(to), Some(middle)) = (float(&low, 0.0), float(&high, 1.0), float(&mode, 0.0)) else {
        return by_text(i, "triangular", &[&this, &low, &high, &mode], &[]);
    };
    let middle = (!mode.is_unset()).then_some(middle);
    let drawn = generator(&this, "triangular")?.0.borrow_mut().triangular(from, to, middle)?;
    Ok(Flow::Done(drawn.map_or(low, Value::Float)))
}

pub(super) fn make(i: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    let seed = system_seed(i);
    Ok(Object::with_native(class.clone(), Generator(RefCell::new(Random::new(seed)))))
}

/// What the system's randomness begins with: the run's seed in the program, something else in each other process.
pub(super) fn system_seed(i: &mut dyn Interp) -> u64 {
    let process = machine(i).process().pid.get() - MAIN_PID;
    let seed = i.states().find::<RunOptions>().map_or(42, |options| options.seed);
    seed.wrapping_add((process as u64) << 48)
}

/// How many seeds were drawn from it.
#[derive(Default)]
struct Drawn(u64);

/// A seed from the system's randomness: another one each time.
pub(super) fn drawn_seed(i: &mut dyn Interp) -> u64 {
    let Drawn(count) = i.states().get();
    *count += 1;
    let count = *count;
    system_seed(i).wrapping_add(count << 32)
}

/// `Random(seed)`
fn init(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, value] = args.bind::<2>("Random.__init__", &["self", "x"], 1)?;
    if !type_of(&this).overrides(Symbol::new("seed")) {
        return seed(i, [this, value].into()).map(Flow::Done);
    }
    seed(i, [this.clone()].into())?;
    let own = get_attr_now(i, &this, Symbol::new("seed"))?;
    let given = if value.is_unset() { Value::None } else { value };
    let cx = i.cx();
    Ok(Flow::frame(async move { cx.call(&own, [given].into()).await.map(|_| Value::None) }))
}

/// A class that draws by a `random` or `getrandbits` of its own has Random's other methods in Python, over those.
fn init_subclass(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [class] = args.exactly("__init_subclass__")?;
    let drawn = ["random", "getrandbits"].map(Symbol::new);
    if let Value::Type(made) = &class
        && drawn.into_iter().any(|name| made.overrides(name))
    {
        let adopt = from_library(i, "_random_methods", "adopt")?;
        return Ok(Flow::Call(Box::new((adopt, Args::one(class)))));
    }
    Ok(Flow::Done(Value::None))
}

/// What CPython's `Lib/random.py` computes for its distributions.
const CONSTANTS: &[(&str, f64)] = &[
    ("TWOPI", std::f64::consts::TAU),
    ("NV_MAGICCONST", 1.7155277699214135),
    ("LOG4", 1.3862943611198906),
    ("SG_MAGICCONST", 2.504077396776274),
    ("RECIP_BPF", 1.1102230246251565e-16),
];

pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("random");
    let core = random_core::class(i);
    let mut class = NativeClass::new("Random", "random", &[&core], make)
        .method("__init__", init)
        .class_method("__init_subclass__", init_subclass)
        .in_python("random");
    for (name, code) in METHODS {
        class = match name {
            // The generator's own.
            &"random" | &"getrandbits" => class,
            &"seed" | &"getstate" | &"setstate" => class.sync(name, *code),
            _ => class.closure(name, |i, args| match draws_by_own(&args) {
                true => by_text_alone(i, name, args),
                false => code(i, args).map(Flow::Done),
            }),
        };
    }
    for (name, code) in FLOWING {
        class = class.closure(name, |i, args| match draws_by_own(&args) {
            true => by_text_alone(i, name, args),
            false => code(i, args),
        });
    }
    class = random_state::state_members(class);
    let class = class.finish();
    class.set(Symbol::new("VERSION"), Value::Int(3));
    let hidden = make(i, &class, &Args::none())?;
    let names = METHODS.iter().map(|(name, _)| *name).chain(FLOWING.iter().map(|(name, _)| *name));
    let public_names = names.filter(|name| !name.starts_with('_'));
    for name in public_names.clone() {
        let symbol = Symbol::new(name);
        let function = class.lookup(symbol).unwrap_or_default();
        module.set(symbol, Method::new(function, hidden.clone()));
    }
    module.set_hook(known::GETATTR, super::more("random", "_system_random"));
    module.set(Symbol::new("Random"), Value::Type(class));
    let core = i.import("_random")?;
    module.set(Symbol::new("_random"), core);
    module.set(Symbol::new("_inst"), hidden);
    for (name, value) in CONSTANTS {
        module.set(Symbol::new(name), Value::Float(*value));
    }
    module.set(Symbol::new("BPF"), Value::Int(53));
    let public = distinct(["Random", "SystemRandom"].into_iter().chain(public_names));
    module.set(Symbol::new("__all__"), Value::list(public.into_iter().map(Value::from).collect()));
    Ok(module)
}
