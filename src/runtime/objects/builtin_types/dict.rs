//! The methods of `dict`.

use std::cell::Cell;
use std::rc::Rc;

use super::dict_view;
use super::payload::{dict_receiver as receiver, make_with};
use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::containers::Dict;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::{Exc, PyResult, key_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::iter::DictPart;
use crate::objects::lookup::{self, Filling, Table, Use};
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, pairs::Pair, special::own};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{Types, type_name, type_of, types};
use crate::objects::value::Value;

/// The attribute `keys` of a value, with which it counts as a mapping; a proxy finds it in its `__getattr__`.
pub async fn keys_method(cx: &Cx, value: &Value) -> PyResult<Option<Value>> {
    if !matches!(value, Value::Object(_)) && type_of(value).lookup(known::KEYS).is_none() {
        return Ok(None);
    }
    match cx.run(|i| attribute::get_attr(i, value, known::KEYS)).await {
        Err(missing) if missing.is_a(&types().attribute_error) => Ok(None),
        found => found.map(Some),
    }
}

/// Enters what a mapping has, whose `keys` these are.
pub async fn update_by(cx: &Cx, dict: &Rc<Dict>, other: &Value, keys: &Value) -> PyResult<()> {
    for key in keys_of(cx, other, keys).await? {
        let value = cx.run(|i| ops::get_item(i, other, &key)).await?;
        cx.enter(|i| dict.set(i, key, value))?;
    }
    Ok(())
}

/// All keys of a mapping, whose `keys` these are (`PyMapping_Keys`): looking one up may change the mapping.
pub async fn keys_of(cx: &Cx, other: &Value, keys: &Value) -> PyResult<Vec<Value>> {
    let keys = cx.call(keys, Args::none()).await?;
    let class = type_of(&keys);
    if !matches!(keys, Value::Iter(_)) && class.lookup(known::ITER).or(class.lookup(known::GETITEM)).is_none() {
        let (mapping, class) = (type_name(other), class.shown_name());
        return Err(type_error(format!("{mapping}.keys() returned a non-iterable (type {class})")));
    }
    ops::collect(cx, &keys).await
}

/// Whether a dict's class has an `__iter__` of its own: then it is asked for its keys and items like any mapping
/// (`dict_merge`).
pub fn iterates_otherwise(dict: &Value) -> bool {
    matches!(dict, Value::Object(_))
        && own(&type_of(dict), known::ITER).is_some_and(|method| !ops::special::is_wrapper(&method))
}

/// `dict.update(other)`: of a mapping or of pairs.
pub async fn update_from(cx: &Cx, dict: &Rc<Dict>, other: &Value) -> PyResult<()> {
    if let Value::Dict(source) = other.plain()
        && !iterates_otherwise(other)
    {
        return cx.enter(|i| dict.update(i, source));
    }
    if keys_method(cx, other).await?.is_some() {
        // `dict_update_arg` asks whether it is there, `PyMapping_Keys` for itself.
        let keys = cx.run(|i| attribute::get_attr(i, other, known::KEYS)).await?;
        return update_by(cx, dict, other, &keys).await;
    }
    let iterator = cx.run(|i| ops::iter(i, other)).await?;
    let setting = Rc::new(Setting { dict: dict.clone(), taken: Cell::new(0) });
    let first = ops::next_not_taken(cx, &iterator, &setting).await?;
    update_by_pairs(cx, &setting, &iterator, first).await
}

/// Sets the pair that is given, and the rest of them.
async fn update_by_pairs(cx: &Cx, setting: &Rc<Setting>, iterator: &Value, mut next: Option<Value>) -> PyResult<()> {
    while let Some(pair) = next {
        let n = setting.taken.get();
        let items = match cx.enter(|i| ops::iterate::at_once(i, &pair))? {
            Some(items) => items,
            None => match ops::collect(cx, &pair).await {
                Ok(items) => items,
                Err(exc) if exc.is_a(&types().type_error) => return Err(no_sequence(n)),
                Err(exc) => return Err(exc),
            },
        };
        cx.enter(|i| set_pair(i, &setting.dict, items, n))?;
        setting.taken.set(n + 1);
        next = ops::next_not_taken(cx, iterator, setting).await?;
    }
    Ok(())
}

/// The dict that takes pairs whose keys are a str or an int.
struct Setting {
    dict: Rc<Dict>,
    taken: Cell<usize>,
}

impl Taker for Setting {
    fn take(&self, item: Value) -> Option<Value> {
        let Value::Tuple(pair) = &item else { return Some(item) };
        let [key @ (Value::Str(_) | Value::Int(_)), value] = &pair.items[..] else { return Some(item) };
        if self.dict.set_simple(key.clone(), value.clone()).is_err() {
            return Some(item);
        }
        self.taken.set(self.taken.get() + 1);
        None
    }
}

/// `dict.update` of pairs that an iterator gives.
fn update_of_pairs(
    i: &mut dyn Interp,
    dict: Rc<Dict>,
    iterator: Value,
    then: impl FnOnce(&Rc<Dict>) + 'static,
) -> PyResult<Flow> {
    let setting = Rc::new(Setting { dict, taken: Cell::new(0) });
    ops::take_all(i, iterator.clone(), setting.clone(), move |i, next| {
        if next.is_none() {
            then(&setting.dict);
            return Ok(Value::None.into());
        }
        let cx = i.cx();
        Ok(Flow::frame(async move {
            update_by_pairs(&cx, &setting, &iterator, next).await?;
            then(&setting.dict);
            Ok(Value::None)
        }))
    })
}

#[cold]
fn no_sequence(n: usize) -> Exc {
    type_error(format!("cannot convert dictionary update sequence element #{n} to a sequence"))
}

/// `dict.get` of a name or a number.
fn quick_get(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (dict, key, default) = match args {
        [Value::Dict(dict), key] => (dict, key, Value::None),
        [Value::Dict(dict), key, default] => (dict, key, default.take()),
        _ => return None,
    };
    match dict.get_simple(key) {
        Some(found) => Some(found.unwrap_or(default)),
        None => {
            if let [_, _, place] = args {
                *place = default;
            }
            None
        }
    }
}

fn set_pair(i: &mut dyn Interp, dict: &Rc<Dict>, items: Vec<Value>, n: usize) -> PyResult<()> {
    let len = items.len();
    match <[Value; 2]>::try_from(items) {
        Ok([key, value]) => dict.set(i, key, value),
        Err(_) => Err(value_error(format!("dictionary update sequence element #{n} has length {len}; 2 is required"))),
    }
}

/// `dict.update` without leaving Rust, where that is possible; false: nothing was done.
fn update_at_once(i: &mut dyn Interp, dict: &Rc<Dict>, other: &Value) -> PyResult<bool> {
    match other {
        Value::Dict(source) => dict.update(i, source).map(|()| true),
        Value::List(list) => {
            let pairs = list.items.borrow().clone();
            if !pairs.iter().all(|p| matches!(p, Value::Tuple(_) | Value::List(_))) {
                return Ok(false);
            }
            i.charge(pairs.len() as u64);
            for (n, pair) in pairs.iter().enumerate() {
                let items = ops::iterate::at_once(i, pair)?.unwrap_or_default();
                set_pair(i, dict, items, n)?;
            }
            Ok(true)
        }
        // `zip` and its like make no tuples of their pairs. What follows where one takes Python code is left to others.
        Value::Iter(iter) => {
            for n in 0..ops::iterate::CHUNK {
                match ops::pairs::next(i, iter)? {
                    Pair::Of(key, value) => dict.set(i, key, value)?,
                    Pair::End => {
                        i.charge(n as u64);
                        return Ok(true);
                    }
                    Pair::Unknown => break,
                }
            }
            Ok(false)
        }
        _ => Ok(false),
    }
}

/// `update(other, **keywords)`, also `__init__`.
fn update(i: &mut dyn Interp, dict: Rc<Dict>, args: Args, function: &str) -> PyResult<Flow> {
    let positional = args.positional_count();
    if positional > 1 {
        return Err(type_error(format!("{function} expected at most 1 argument, got {positional}")));
    }
    let keywords: Vec<(Symbol, Value)> = args.keywords().map(|(n, v)| (n, v.clone())).collect();
    if let Some(other) = args.positional_values().first()
        && !update_at_once(i, &dict, other)?
    {
        let (cx, other) = (i.cx(), other.clone());
        drop(args);
        let more = move |dict: &Rc<Dict>| keywords.into_iter().for_each(|(name, value)| dict.set_str(name, value));
        if matches!(other, Value::Iter(_) | Value::Generator(_)) && ops::is_iterator(&other) {
            return update_of_pairs(i, dict, other, more);
        }
        return Ok(Flow::frame(async move {
            update_from(&cx, &dict, &other).await?;
            more(&dict);
            Ok(Value::None)
        }));
    }
    keywords.into_iter().for_each(|(name, value)| dict.set_str(name, value));
    Ok(Flow::Done(Value::None))
}

fn from_keys(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = args.take_receiver();
    let [iterable, value] = args.between("dict.fromkeys", 1)?;
    let value = value.some().unwrap_or(Value::None);
    let exact = matches!(&class, Value::Type(c) if Rc::ptr_eq(c, &types().dict));
    let hashed = match &iterable {
        Value::Dict(keys) if exact => keys.hashed_keys(),
        Value::Set(keys) if exact => Some(keys.hashed_items()),
        _ => None,
    };
    if let Some(keys) = hashed {
        let dict = Dict::new();
        for (hash, key) in keys {
            dict.set_hashed(i, key, hash, value.clone())?;
        }
        return Ok(Flow::Done(Value::Dict(dict)));
    }
    if exact
        && let Value::List(keys) = &iterable
        && lookup::asks_one_of(keys)
    {
        let dict = Dict::new();
        let made = Value::Dict(dict.clone());
        return Filling::from_list(i, Table::Dict(dict), keys.clone(), value, move || made);
    }
    if exact && let Some(keys) = ops::iterate::at_once(i, &iterable)? {
        let dict = Dict::new();
        for key in keys {
            dict.set(i, key, value.clone())?;
        }
        return Ok(Flow::Done(Value::Dict(dict)));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let dict = cx.call(&class, Args::none()).await?;
        let iterator = cx.run(|i| ops::iter(i, &iterable)).await?;
        while let Some(key) = ops::next_item(&cx, &iterator).await? {
            cx.run(|i| ops::set_item(i, &dict, &key, value.clone())).await?;
        }
        Ok(dict)
    }))
}

fn get(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let dict = receiver(&mut args, "get")?;
    let [key, default] = args.between("get", 1)?;
    if lookup::asks(&dict, &key) {
        return lookup::begin(i, Table::Dict(dict), &key, Use::Get(default.some().unwrap_or(Value::None)));
    }
    Ok(Value::from(dict.get(i, &key)?.or(default.some())).into())
}

/// `dict.pop` of a name or a number that is there.
fn quick_pop(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([Value::Dict(dict), key] | [Value::Dict(dict), key, _]) = args else { return None };
    dict.pop_simple(key)
}

fn pop(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let dict = receiver(&mut args, "pop")?;
    let [key, default] = args.between("pop", 1)?;
    if dict.is_empty() {
        // What is not there need have no hash.
        return default.some().map(Flow::Done).ok_or_else(|| key_error(key));
    }
    if lookup::asks(&dict, &key) {
        return lookup::begin(i, Table::Dict(dict), &key, Use::Pop(default));
    }
    match dict.remove(i, &key)?.or(default.some()) {
        Some(value) => Ok(value.into()),
        None => Err(key_error(key)),
    }
}

fn pop_item(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let dict = receiver(&mut args, "popitem")?;
    let [] = args.exactly("dict.popitem")?;
    match dict.pop_last() {
        Some((key, value)) => Ok(Value::tuple([key, value])),
        None => Err(key_error("popitem(): dictionary is empty".into())),
    }
}

fn set_default(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let dict = receiver(&mut args, "setdefault")?;
    let [key, default] = args.between("setdefault", 1)?;
    if lookup::asks(&dict, &key) {
        return lookup::begin(i, Table::Dict(dict), &key, Use::SetDefault(default.some().unwrap_or(Value::None)));
    }
    let hash = ops::hash(i, &key)?;
    if let Some(found) = dict.get_hashed(i, &key, hash)? {
        return Ok(found.into());
    }
    let default = default.some().unwrap_or(Value::None);
    dict.set_hashed(i, key, hash, default.clone())?;
    Ok(default.into())
}

fn quick_view(args: &[Value], what: DictPart) -> Option<Value> {
    let [Value::Dict(dict)] = args else { return None };
    Some(dict_view::new(dict, what))
}

fn view(args: Args, method: &str, what: DictPart) -> PyResult {
    let mut args = args;
    let dict = receiver(&mut args, method)?;
    let [] = args.exactly(&format!("dict.{method}"))?;
    Ok(dict_view::new(&dict, what))
}

/// Fills `dict`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.dict.make.set(|_, class, _| Ok(make_with(class, Value::Dict(Dict::new()))));
    NativeClass::extend(&t.dict)
        .method("__init__", |i, mut args| {
            let dict = receiver(&mut args, "__init__")?;
            update(i, dict, args, "dict")
        })
        .quick("get", quick_get, get)
        .method("setdefault", set_default)
        .quick("pop", quick_pop, pop)
        .sync("popitem", pop_item)
        .method("update", |i, mut args| {
            let dict = receiver(&mut args, "update")?;
            update(i, dict, args, "update")
        })
        .quick(
            "keys",
            |_, args| quick_view(args, DictPart::Keys),
            |_, args| view(args, "keys", DictPart::Keys).map(Flow::Done),
        )
        .quick(
            "values",
            |_, args| quick_view(args, DictPart::Values),
            |_, args| view(args, "values", DictPart::Values).map(Flow::Done),
        )
        .quick(
            "items",
            |_, args| quick_view(args, DictPart::Items),
            |_, args| view(args, "items", DictPart::Items).map(Flow::Done),
        )
        .sync("copy", |i, mut args| {
            let dict = receiver(&mut args, "copy")?;
            let [] = args.exactly("dict.copy")?;
            Ok(Value::Dict(dict.copy(i)?))
        })
        .sync("clear", |_, mut args| {
            let dict = receiver(&mut args, "clear")?;
            let [] = args.exactly("dict.clear")?;
            dict.clear();
            Ok(Value::None)
        })
        .class_method("fromkeys", from_keys);
}
