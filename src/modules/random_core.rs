//! Module `_random`: the generator that `random.Random` is derived from.

use std::rc::Rc;

use super::random::{drawn_seed, generator, make, own, with};
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{PyResult, overflow_error, type_error, value_error};
use crate::objects::int::IntRef;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, alone};
use crate::objects::ops::{self, int_ref};
use crate::objects::{Args, Interp, Symbol, Value, known};

/// `random()`
pub(super) fn random(_: &mut dyn Interp, args: Args) -> PyResult {
    alone(&args, "Random.random")?;
    with(args, "random", 0, |r, _| Ok(Value::Float(r.random())))
}

/// `getrandbits(k)`
pub(super) fn getrandbits(i: &mut dyn Interp, args: Args) -> PyResult {
    let given = args.values.len().saturating_sub(1);
    if given != 1 {
        return Err(type_error(format!("Random.getrandbits() takes exactly one argument ({given} given)")));
    }
    let (this, [bits]) = own::<1>(args, "getrandbits", 1)?;
    let bits = ops::c_int(i, &bits)?;
    if bits < 0 {
        return Err(value_error("number of bits must be non-negative"));
    }
    i.reserve(bits as usize / 8)?;
    Ok(generator(&this, "getrandbits")?.0.borrow_mut().getrandbits(bits as u64).into())
}

/// `seed(n=None)`: a number, or the hash of something else.
fn seed(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [value]) = own::<1>(args, "seed", 0)?;
    let system = (value.is_unset() || value.is_none()).then(|| drawn_seed(i));
    let hash = match int_ref(value.plain()) {
        None if system.is_none() => Some(ops::hash(i, &value)?),
        _ => None,
    };
    let mut random = generator(&this, "seed")?.0.borrow_mut();
    match (system, hash, int_ref(value.plain())) {
        (Some(seed), ..) => random.seed_u64(seed),
        (_, Some(hash), _) => random.seed_u64(hash as u64),
        (.., Some(number)) => random.seed_int(number),
        _ => {}
    }
    Ok(Value::None)
}

/// The generator's words.
fn getstate(_: &mut dyn Interp, args: Args) -> PyResult {
    alone(&args, "Random.getstate")?;
    let random = generator(&args.values[0], "getstate")?.0.borrow();
    Ok(Value::tuple(random.state().map(|word| Value::Int(word.into())).collect::<Vec<_>>()))
}

fn setstate(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [state]) = own::<1>(args, "setstate", 1)?;
    set_words(i, &this, &state)?;
    Ok(Value::None)
}

/// `PyLong_AsUnsignedLong`
fn unsigned(word: &Value) -> PyResult<u64> {
    match int_ref(word.plain()) {
        Some(word) if word.is_negative() => Err(overflow_error("can't convert negative value to unsigned int")),
        Some(IntRef::Small(word)) => Ok(word as u64),
        Some(word) => u64::try_from(&*word.to_big())
            .map_err(|_| overflow_error("Python int too large to convert to C unsigned long")),
        None => Err(type_error("an integer is required")),
    }
}

/// Gives a generator its words.
pub(super) fn set_words(i: &mut dyn Interp, this: &Value, words: &Value) -> PyResult<()> {
    let Value::Tuple(words) = words else { return Err(type_error("state vector must be a tuple")) };
    if words.items.len() != 625 {
        return Err(value_error("state vector is the wrong size"));
    }
    let mut state = Vec::with_capacity(words.items.len());
    let (place, words) = words.items.split_last().expect("so many words");
    for word in words {
        state.push(unsigned(word)? as u32);
    }
    let place = match int_ref(&ops::to_int(i, place)?) {
        Some(IntRef::Small(place)) => u32::try_from(place).unwrap_or(u32::MAX),
        _ => return Err(overflow_error("Python int too large to convert to C long")),
    };
    state.push(place);
    match generator(this, "setstate")?.0.borrow_mut().set_state(&state) {
        true => Ok(()),
        false => Err(value_error("invalid state")),
    }
}

/// The class of an interpreter.
struct Made(Rc<Class>);

fn made() -> Made {
    let class = NativeClass::new("Random", "_random", &[], make)
        .sync("__init__", seed)
        .sync("random", random)
        .sync("seed", seed)
        .sync("getstate", getstate)
        .sync("setstate", setstate)
        .sync("getrandbits", getrandbits)
        .without_dict()
        .finish();
    class.set_flag(class_flag::EXTENSION | class_flag::FIXED);
    class.set(known::DOC, "Random() -> create a random number generator with its own internal state.".into());
    Made(class)
}

/// `_random.Random`
pub(super) fn class(i: &mut dyn Interp) -> Rc<Class> {
    i.states().get_or(made).0.clone()
}

pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_random");
    module.set(Symbol::new("Random"), Value::Type(class(i)));
    module.set(known::DOC, "Module implements the Mersenne Twister random number generator.".into());
    Ok(module)
}
