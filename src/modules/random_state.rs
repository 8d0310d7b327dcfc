//! The states of `random.Random`: given, and set again.

use super::random::{generator, own};
use super::random_core::set_words;
use crate::objects::attribute::get_attr_now;
use crate::objects::exception::{Exc, PyResult, value_error};
use crate::objects::library_site::{Site, at};
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{BinaryOp, CompareOp};
use crate::objects::{Args, Interp, Symbol, Value, ops, type_of, types};

/// A line of `setstate` in Lib/random.py.
const fn site(line: u32, column: u16, end_column: u16, text: &'static [&'static str]) -> Site {
    let end_line = line + text.len() as u32 - 1;
    Site { file: "<stdlib>/random.py", function: "setstate", line, end_line, column, end_column, text }
}

static VERSION: Site = site(182, 18, 26, &["        version = state[0]"]);
static WORDS: Site = site(185, 12, 43, &["            super().setstate(internalstate)"]);
static OLD_WORDS: Site = site(196, 12, 43, &["            super().setstate(internalstate)"]);
static PARTS: Site = site(184, 12, 51, &["            version, internalstate, self.gauss_next = state"]);
static OLD_PARTS: Site = site(187, 12, 51, &["            version, internalstate, self.gauss_next = state"]);
static OTHER_VERSION: Site = site(
    198,
    12,
    53,
    &[
        "            raise ValueError(\"state with version %s passed to \"",
        "                             \"Random.setstate() of version %s\" %",
        "                             (version, self.VERSION))",
    ],
);

/// (3, the generator's words, what `gauss` has left)
pub(super) fn getstate(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.bind::<1>("Random.getstate", &["self"], 1)?;
    let version = get_attr_now(i, &this, Symbol::new("VERSION"))?;
    let words: Vec<Value> = generator(&this, "getstate")?.0.borrow().state().map(|w| Value::Int(w as i64)).collect();
    let next = get_attr_now(i, &this, Symbol::new("gauss_next"))?;
    Ok(Value::tuple(vec![version, Value::tuple(words), next]))
}

pub(super) fn setstate(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [state]) = own::<1>(args, "setstate", 1)?;
    let version = ops::get_item(i, &state, &Value::Int(0)).and_then(|flow| i.finish(flow)).map_err(at(&VERSION))?;
    let mut is = |number: i64| {
        let flow = ops::compare(i, CompareOp::Eq, &version, &Value::Int(number))?;
        let same = i.finish(flow)?;
        ops::is_true(i, &same)
    };
    if is(3)? {
        let words = parts(i, &this, &state).map_err(at(&PARTS))?;
        set_words(i, &this, &words).map_err(at(&WORDS))?;
    } else if is(2)? {
        let words = parts(i, &this, &state).map_err(at(&OLD_PARTS))?;
        let words = unsigned(i, &words).map_err(|exc| match exc.is_a(&types().value_error) {
            true => Exc::new(&types().type_error, Vec::new()).with_cause(Some(exc)),
            false => exc,
        })?;
        set_words(i, &this, &words).map_err(at(&OLD_WORDS))?;
    } else {
        let given = ops::str_text(i, &version)?;
        let own = get_attr_now(i, &this, Symbol::new("VERSION"))?;
        let own = ops::str_text(i, &own)?;
        let text = format!("state with version {} passed to Random.setstate() of version {}", given.text(), own.text());
        return Err(at(&OTHER_VERSION)(value_error(text)));
    }
    Ok(Value::None)
}

/// The words in a state, once what `gauss` has left has been set.
fn parts(i: &mut dyn Interp, this: &Value, state: &Value) -> PyResult {
    let parts = ops::to_vec(i, state)?;
    let [_, words, gauss] = parts.as_slice() else {
        let n = parts.len();
        return Err(value_error(match n {
            4.. => "too many values to unpack (expected 3)".to_string(),
            _ => format!("not enough values to unpack (expected 3, got {n})"),
        }));
    };
    set_gauss_next(i, this, gauss.clone())?;
    Ok(words.clone())
}

/// The words of version 2, which had signs.
fn unsigned(i: &mut dyn Interp, words: &Value) -> PyResult {
    let mut all = Vec::new();
    for word in ops::to_vec(i, words)? {
        let flow = ops::binary(i, BinaryOp::Mod, false, &word, &Value::Int(1 << 32))?;
        all.push(i.finish(flow)?);
    }
    Ok(Value::tuple(all))
}

fn gauss_next(_: &mut dyn Interp, this: &Value) -> PyResult {
    Ok(generator(this, "gauss_next")?.0.borrow().gauss_next.map_or(Value::None, Value::Float))
}

fn set_gauss_next(i: &mut dyn Interp, this: &Value, value: Value) -> PyResult<()> {
    let number = if value.is_none() { None } else { Some(ops::to_float(i, &value)?) };
    generator(this, "gauss_next")?.0.borrow_mut().gauss_next = number;
    Ok(())
}

/// A method of the receiver, which a class derived from it may have in its own way.
fn ask(i: &mut dyn Interp, this: &Value, method: &str, args: Args) -> PyResult {
    let method = get_attr_now(i, this, Symbol::new(method))?;
    i.call(&method, args)
}

/// Adds `gauss_next`, and how generators are copied and pickled.
pub(super) fn state_members(class: NativeClass) -> NativeClass {
    class
        .field("gauss_next", gauss_next, Some(set_gauss_next))
        .sync("__getstate__", |i, args| {
            let [this] = args.bind::<1>("Random.__getstate__", &["self"], 1)?;
            ask(i, &this, "getstate", Args::none())
        })
        .sync("__setstate__", |i, args| {
            let [this, state] = args.bind::<2>("Random.__setstate__", &["self", "state"], 2)?;
            ask(i, &this, "setstate", Args::one(state)).map(|_| Value::None)
        })
        .sync("__reduce__", |i, args| {
            let [this] = args.bind::<1>("Random.__reduce__", &["self"], 1)?;
            let state = ask(i, &this, "getstate", Args::none())?;
            Ok(Value::tuple([Value::Type(type_of(&this)), Value::tuple([]), state]))
        })
}
