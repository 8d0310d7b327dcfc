//! `_collections`: `deque`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::deque_iterator::{DequeIter, iterator_class};
use super::deque_operators::{add, compare, copied, is_index, multiply, multiply_in_place};
use super::deque_quick::{quick_append, quick_pop};
use super::ordered_views;
use crate::objects::builtin_types::iterators;
use crate::objects::builtin_types::list::bounds;
use crate::objects::exception::{Exc, PyResult, index_error, runtime_error, type_error, value_error};
use crate::objects::function::{Flow, FlowFn};
use crate::objects::module::Module;
use crate::objects::native_class::{self, NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::CompareOp;
use crate::objects::{Args, Class, Interp, Symbol, Value, finalizer, ops, reduce, type_name, type_of};

/// A double-ended queue. `changes` counts what its iterators must notice.
#[derive(Default)]
pub struct Deque {
    pub(super) items: RefCell<VecDeque<Value>>,
    pub(super) bound: Cell<Option<usize>>,
    pub(super) changes: Cell<u64>,
}

impl Native for Deque {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        finalizer::release_all(self.items.take());
    }

    fn changes(&self) -> bool {
        true
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let items = self.items.borrow().iter().map(copy).collect();
        Some(Box::new(Deque { items: RefCell::new(items), bound: self.bound.clone(), changes: Cell::new(0) }))
    }
}

impl Drop for Deque {
    fn drop(&mut self) {
        finalizer::release_all(self.items.take());
    }
}

impl Deque {
    pub(super) fn change(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    pub(super) fn push(&self, i: &mut dyn Interp, item: Value, left: bool) -> PyResult<()> {
        self.change();
        let mut items = self.items.borrow_mut();
        if left {
            items.push_front(item)
        } else {
            items.push_back(item)
        }
        let len = items.len();
        if self.bound.get().is_some_and(|bound| len > bound) {
            let dropped = if left { items.pop_back() } else { items.pop_front() };
            drop(items);
            finalizer::release(dropped.unwrap_or_default());
            return Ok(());
        }
        drop(items);
        if len >= 1024 && len.is_power_of_two() {
            i.reserve(len * 8)?;
        }
        Ok(())
    }

    pub(super) fn to_list(&self) -> Value {
        Value::list(self.items.borrow().iter().cloned().collect())
    }

    /// The index of an item, counted from the end if it is negative.
    fn place(&self, i: &mut dyn Interp, at: &Value, text: &'static str) -> PyResult<usize> {
        if !is_index(at) {
            return Err(type_error(format!("sequence index must be integer, not '{}'", type_name(at))));
        }
        let at = ops::index(i, at)?;
        let len = self.items.borrow().len() as i64;
        let at = if at < 0 { at + len } else { at };
        if at < 0 || at >= len { Err(index_error(text)) } else { Ok(at as usize) }
    }
}

pub(super) fn deque<'a>(value: &'a Value, method: &str) -> PyResult<&'a Deque> {
    receiver::<Deque>(value, "collections.deque", method)
}

fn make(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), Deque::default()))
}

pub(super) fn with_items(class: &Rc<Class>, items: VecDeque<Value>, bound: Option<usize>) -> Value {
    let state = Deque { items: RefCell::new(items), bound: Cell::new(bound), changes: Cell::new(0) };
    Object::with_native(class.clone(), state)
}

fn init(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [iterable, bound] = args.bind_in_c("deque", &["iterable", "maxlen"], 0)?;
    let state = deque(&this, "__init__")?;
    let bound = match bound {
        Value::Unset | Value::None => None,
        bound if ops::int_ref(&bound).is_none() => return Err(type_error("an integer is required")),
        bound => match ops::ssize(i, &bound)? {
            n if n < 0 => return Err(value_error("maxlen must be non-negative")),
            n => Some(ops::size(n)),
        },
    };
    state.bound.set(bound);
    let old = state.items.take();
    finalizer::release_all(old);
    match iterable {
        Value::Unset => Ok(Flow::Done(Value::None)),
        iterable => extend_by(i, this, iterable, false),
    }
}

/// Appends what an iterable gives, item by item where it runs Python.
fn extend_by(i: &mut dyn Interp, this: Value, iterable: Value, left: bool) -> PyResult<Flow> {
    let iterable = if iterable.is(&this) { deque(&this, "extend")?.to_list() } else { iterable };
    if let Value::List(_) | Value::Tuple(_) = &iterable {
        for item in ops::to_vec(i, &iterable)? {
            deque(&this, "extend")?.push(i, item, left)?;
        }
        return Ok(Flow::Done(Value::None));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let iterator = cx.run(|i| ops::iter(i, &iterable)).await?;
        while let Some(item) = ops::next_item(&cx, &iterator).await? {
            cx.enter(|i| deque(&this, "extend")?.push(i, item, left))?;
        }
        Ok(Value::None)
    }))
}

fn append_method(i: &mut dyn Interp, mut args: Args, name: &str, left: bool) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [item] = args.exactly(&format!("deque.{name}"))?;
    deque(&this, name)?.push(i, item, left)?;
    Ok(Flow::Done(Value::None))
}

fn pop_method(mut args: Args, name: &str, left: bool) -> PyResult<Flow> {
    let this = args.take_receiver();
    args.exactly::<0>(&format!("deque.{name}"))?;
    let state = deque(&this, name)?;
    let item = if left { state.items.borrow_mut().pop_front() } else { state.items.borrow_mut().pop_back() };
    state.change();
    item.map(Flow::Done).ok_or_else(|| index_error("pop from an empty deque"))
}

fn extend_method(i: &mut dyn Interp, mut args: Args, name: &str, left: bool) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [iterable] = args.exactly(&format!("deque.{name}"))?;
    extend_by(i, this, iterable, left)
}

fn rotate(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [n] = args.between("rotate", 0)?;
    let n = if n.is_unset() { 1 } else { ops::ssize(i, &n)? };
    let state = deque(&this, "rotate")?;
    let mut items = state.items.borrow_mut();
    if items.len() > 1 {
        let by = n.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(by);
        i.charge(by as u64 / 16);
    }
    drop(items);
    state.change();
    Ok(Value::None)
}

/// The first place of an equal item from `from` on, before `to`. A change while one is asked is an error; unless `strictly`,
/// it does not count for one that is equal.
fn find(
    i: &mut dyn Interp,
    this: &Value,
    item: &Value,
    (from, to): (usize, usize),
    strictly: Option<fn(&str) -> Exc>,
) -> PyResult<Option<usize>> {
    let state = deque(this, "index")?;
    let before = state.changes.get();
    let mut at = from;
    while at < to {
        let Some(other) = state.items.borrow().get(at).cloned() else { break };
        let same = ops::equal(i, &other, item)?;
        if same && strictly.is_none() {
            return Ok(Some(at));
        }
        if state.changes.get() != before {
            return Err(strictly.unwrap_or(|text| runtime_error(text))("deque mutated during iteration"));
        }
        if same {
            return Ok(Some(at));
        }
        at += 1;
        i.charge(1);
    }
    Ok(None)
}

fn index(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [item, start, stop] = args.between("index", 1)?;
    let len = deque(&this, "index")?.items.borrow().len();
    let (start, stop) = bounds(i, &start, &stop, len)?;
    match find(i, &this, &item, (start, stop), None)? {
        Some(at) => Ok(at.into()),
        None => Err(value_error(format!("{} is not in deque", ops::repr_text(i, &item)?.text()))),
    }
}

fn remove(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [item] = args.exactly("deque.remove")?;
    let found = find(i, &this, &item, (0, usize::MAX), Some(|text| index_error(text)))?;
    let Some(at) = found else {
        return Err(value_error(format!("{} is not in deque", ops::repr_text(i, &item)?.text())));
    };
    let state = deque(&this, "remove")?;
    let removed = state.items.borrow_mut().remove(at);
    state.change();
    finalizer::release(removed.unwrap_or_default());
    Ok(Value::None)
}

fn insert(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [at, item] = args.exactly("insert")?;
    let at = ops::ssize(i, &at)?;
    let state = deque(&this, "insert")?;
    let mut items = state.items.borrow_mut();
    let len = items.len();
    if state.bound.get().is_some_and(|bound| len >= bound) {
        return Err(index_error("deque already at its maximum size"));
    }
    let at = if at < 0 { ops::size(at + len as i64) } else { ops::size(at).min(len) };
    items.insert(at, item);
    drop(items);
    state.change();
    Ok(Value::None)
}

fn count(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [item] = args.exactly("deque.count")?;
    let (mut from, mut found) = (0, 0);
    while let Some(at) = find(i, &this, &item, (from, usize::MAX), Some(|text| runtime_error(text)))? {
        found += 1;
        from = at + 1;
    }
    Ok(Value::Int(found))
}

fn copy(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    native_class::alone(&args, "deque.copy")?;
    copied(i, &args.values[0], "copy")
}

/// The deques whose repr is being made.
#[derive(Default)]
struct InProgress(Vec<usize>);

fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let state = deque(this, "__repr__")?;
    let address = state as *const Deque as usize;
    if i.states().get::<InProgress>().0.contains(&address) {
        return Ok("[...]".into());
    }
    i.states().get::<InProgress>().0.push(address);
    let shown = ops::repr_text(i, &state.to_list());
    i.states().get::<InProgress>().0.pop();
    let shown = shown?;
    let bound = state.bound.get().map(|n| format!(", maxlen={n}")).unwrap_or_default();
    Ok(format!("{}({}{bound})", type_of(this).name(), shown.text()).into())
}

/// The classes, of one interpreter.
#[derive(Clone)]
struct Classes {
    deque: Rc<Class>,
    iterator: Rc<Class>,
    reverse: Rc<Class>,
}

fn iterate(i: &mut dyn Interp, args: Args, backwards: bool) -> PyResult {
    let classes = classes(i);
    let this = args.values[0].clone();
    deque(&this, if backwards { "__reversed__" } else { "__iter__" })?;
    let class = if backwards { classes.reverse } else { classes.iterator };
    Ok(iterators::native(&class, DequeIter::new(this, 0, backwards)?))
}

fn deque_class() -> Rc<Class> {
    let comparisons: [(&str, FlowFn); 6] = [
        ("__eq__", |i, args| compare(i, args, CompareOp::Eq)),
        ("__ne__", |i, args| compare(i, args, CompareOp::Ne)),
        ("__lt__", |i, args| compare(i, args, CompareOp::Lt)),
        ("__le__", |i, args| compare(i, args, CompareOp::Le)),
        ("__gt__", |i, args| compare(i, args, CompareOp::Gt)),
        ("__ge__", |i, args| compare(i, args, CompareOp::Ge)),
    ];
    let class = NativeClass::new("deque", "collections", &[], make).without_dict();
    comparisons
        .into_iter()
        .fold(class, |class, (name, code)| class.method(name, code))
        .method("__init__", init)
        .quick("append", |i, args| quick_append(i, args, false), |i, args| append_method(i, args, "append", false))
        .quick(
            "appendleft",
            |i, args| quick_append(i, args, true),
            |i, args| append_method(i, args, "appendleft", true),
        )
        .quick("pop", |_, args| quick_pop(args, false), |_, args| pop_method(args, "pop", false))
        .quick("popleft", |_, args| quick_pop(args, true), |_, args| pop_method(args, "popleft", true))
        .method("extend", |i, args| extend_method(i, args, "extend", false))
        .method("extendleft", |i, args| extend_method(i, args, "extendleft", true))
        .sync("rotate", rotate)
        .sync("index", index)
        .sync("remove", remove)
        .sync("insert", insert)
        .sync("count", count)
        .method("copy", copy)
        .method("__copy__", copy)
        .sync("clear", |_, args| {
            native_class::alone(&args, "deque.clear")?;
            let state = deque(&args.values[0], "clear")?;
            let old = state.items.take();
            state.change();
            finalizer::release_all(old);
            Ok(Value::None)
        })
        .sync("reverse", |_, args| {
            native_class::alone(&args, "deque.reverse")?;
            let this = &args.values[0];
            let state = deque(this, "reverse")?;
            state.items.borrow_mut().make_contiguous().reverse();
            state.change();
            Ok(Value::None)
        })
        .sync("__len__", |_, args| Ok(deque(&args.values[0], "__len__")?.items.borrow().len().into()))
        .sync("__contains__", |i, args| {
            let [this, item] = args.exactly("deque.__contains__")?;
            deque(&this, "__contains__")?;
            Ok(find(i, &this, &item, (0, usize::MAX), None)?.is_some().into())
        })
        .sync("__getitem__", |i, args| {
            let [this, at] = args.exactly("deque.__getitem__")?;
            let state = deque(&this, "__getitem__")?;
            let at = state.place(i, &at, "deque index out of range")?;
            let item = state.items.borrow()[at].clone();
            Ok(item)
        })
        .sync("__setitem__", |i, args| {
            let [this, at, value] = args.exactly("deque.__setitem__")?;
            let state = deque(&this, "__setitem__")?;
            let at = state.place(i, &at, "deque index out of range")?;
            let old = std::mem::replace(&mut state.items.borrow_mut()[at], value);
            finalizer::release(old);
            Ok(Value::None)
        })
        .sync("__delitem__", |i, args| {
            let [this, at] = args.exactly("deque.__delitem__")?;
            let state = deque(&this, "__delitem__")?;
            let at = state.place(i, &at, "deque index out of range")?;
            let old = state.items.borrow_mut().remove(at);
            state.change();
            finalizer::release(old.unwrap_or_default());
            Ok(Value::None)
        })
        .sync("__iter__", |i, args| iterate(i, args, false))
        .sync("__reversed__", |i, args| iterate(i, args, true))
        .sync("__repr__", repr)
        .method("__add__", add)
        .method("__iadd__", |i, args| {
            let [this, other] = args.exactly("deque.__iadd__")?;
            deque(&this, "__iadd__")?;
            let flow = extend_by(i, this.clone(), other, false)?;
            let cx = i.cx();
            Ok(Flow::frame(async move { cx.finish(Ok(flow)).await.map(|_| this) }))
        })
        .method("__mul__", multiply)
        .method("__rmul__", multiply)
        .sync("__imul__", multiply_in_place)
        .sync("__reduce__", |i, args| {
            let this = &args.values[0];
            let given = match deque(this, "__reduce__")?.bound.get() {
                Some(bound) => Value::tuple([Value::tuple([]), Value::Int(bound as i64)]),
                None => Value::tuple([]),
            };
            let flow = ops::iter(i, this)?;
            let items = i.finish(flow)?;
            Ok(Value::tuple([Value::Type(type_of(this)), given, reduce::state(i, this)?, items]))
        })
        .getter("maxlen", |_, v| Ok(deque(v, "maxlen")?.bound.get().map(|n| Value::Int(n as i64)).into()))
        .class_method("__class_getitem__", crate::objects::builtin_types::generic_alias::class_getitem)
        .constant("__hash__", Value::None)
        .finish()
}

fn classes(i: &mut dyn Interp) -> Classes {
    let make = || Classes {
        deque: {
            let class = deque_class();
            class.set_flag(crate::objects::class::class_flag::CONCATENATES);
            class
        },
        iterator: iterator_class("_deque_iterator", false),
        reverse: iterator_class("_deque_reverse_iterator", true),
    };
    i.states().get_or(make).clone()
}

/// Module `_collections`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_collections");
    let Classes { deque, iterator, reverse } = classes(i);
    for class in [deque, iterator, reverse] {
        module.set(Symbol::new(&class.name()), Value::Type(class));
    }
    ordered_views::install(&module);
    Ok(module)
}
