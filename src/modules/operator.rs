//! `_operator`: the operators as functions, `itemgetter` and its kin, and a named tuple's members.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute::{self, get_attr};
use crate::objects::class::{Class, MakeFn, class_flag};
use crate::objects::descriptor::Item;
use crate::objects::exception::{PyResult, attribute_error, index_error, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn, QuickFn};
use crate::objects::module::Module;
use crate::objects::module::from_library;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::{BinaryOp, CompareOp, UnaryOp};
use crate::objects::types::types;
use crate::objects::{Interp, Symbol, Value, known, ops, type_name, type_of, warnings};

/// Functions of two values, by an operator: `add`, and in place `iadd`.
macro_rules! binary {
    ($($name:literal $op:ident $inplace:literal,)*) => {
        [$(($name, |i: &mut dyn Interp, args: Args| {
            let [a, b] = args.exactly(concat!("_operator.", $name))?;
            ops::binary(i, BinaryOp::$op, $inplace, &a, &b)
        }),)*]
    };
}

const BINARY: [(&str, FlowFn); 26] = binary! {
    "add" Add false, "sub" Sub false, "mul" Mul false, "truediv" TrueDiv false, "floordiv" FloorDiv false,
    "mod" Mod false, "pow" Pow false, "matmul" MatMul false, "lshift" LShift false, "rshift" RShift false,
    "and_" And false, "or_" Or false, "xor" Xor false,
    "iadd" Add true, "isub" Sub true, "imul" Mul true, "itruediv" TrueDiv true, "ifloordiv" FloorDiv true,
    "imod" Mod true, "ipow" Pow true, "imatmul" MatMul true, "ilshift" LShift true, "irshift" RShift true,
    "iand" And true, "ior" Or true, "ixor" Xor true,
};

macro_rules! comparisons {
    ($($name:literal $op:ident,)*) => {
        [$(($name, |i: &mut dyn Interp, args: Args| {
            let [a, b] = args.exactly(concat!("_operator.", $name))?;
            ops::compare(i, CompareOp::$op, &a, &b)
        }),)*]
    };
}

const COMPARISONS: [(&str, FlowFn); 6] = comparisons! { "lt" Lt, "le" Le, "eq" Eq, "ne" Ne, "gt" Gt, "ge" Ge, };

fn inverted(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    if let Value::Bool(_) = value {
        warnings::warn(i, &types().deprecation_warning, warnings::INVERTED_BOOL, None)?;
    }
    ops::unary(i, UnaryOp::Invert, value)
}

const OTHERS: [(&str, FlowFn); 13] = [
    ("neg", |i, args| ops::unary(i, UnaryOp::Neg, &args.exactly::<1>("_operator.neg")?[0])),
    ("pos", |i, args| ops::unary(i, UnaryOp::Pos, &args.exactly::<1>("_operator.pos")?[0])),
    ("inv", |i, args| inverted(i, &args.exactly::<1>("_operator.inv")?[0])),
    ("invert", |i, args| inverted(i, &args.exactly::<1>("_operator.invert")?[0])),
    ("index", |i, args| Ok(ops::to_int(i, &args.exactly::<1>("_operator.index")?[0])?.into())),
    ("not_", |i, args| ops::not_(i, &args.exactly::<1>("_operator.not_")?[0])),
    ("truth", |i, args| {
        let (cx, [value]) = (i.cx(), args.exactly("_operator.truth")?);
        match ops::not_(i, &value)? {
            Flow::Done(not) => Ok(Flow::Done(Value::Bool(matches!(not, Value::Bool(false))))),
            flow => Ok(Flow::frame(async move {
                let not = cx.finish(Ok(flow)).await?;
                Ok(Value::Bool(matches!(not, Value::Bool(false))))
            })),
        }
    }),
    ("is_", |_, args| {
        let [a, b] = args.exactly("_operator.is_")?;
        Ok(Flow::Done(Value::Bool(a.is(&b))))
    }),
    ("is_not", |_, args| {
        let [a, b] = args.exactly("_operator.is_not")?;
        Ok(Flow::Done(Value::Bool(!a.is(&b))))
    }),
    ("getitem", |i, args| {
        let [a, b] = args.exactly("_operator.getitem")?;
        ops::get_item(i, &a, &b)
    }),
    ("setitem", |i, args| {
        let [a, b, c] = args.exactly("_operator.setitem")?;
        ops::set_item(i, &a, &b, c)
    }),
    ("delitem", |i, args| {
        let [a, b] = args.exactly("_operator.delitem")?;
        ops::del_item(i, &a, &b)
    }),
    ("contains", |i, args| {
        let [a, b] = args.exactly("_operator.contains")?;
        ops::contains(i, &a, &b)
    }),
];

/// What gets something of its argument: items, attributes, or what a method gives.
struct Getter {
    /// Keys; names of attributes; the method's name and its arguments.
    of: Rc<[Value]>,
    /// An attribute's name, dots parted.
    paths: Rc<[Vec<Symbol>]>,
    /// Keywords of the method.
    keywords: Vec<(Symbol, Value)>,
}

impl Native for Getter {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.of.iter().chain(self.keywords.iter().map(|(_, value)| value)).for_each(visit);
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let keywords = self.keywords.iter().map(|(name, value)| (*name, copy(value))).collect();
        Some(Box::new(Getter { of: self.of.iter().map(&mut *copy).collect(), paths: self.paths.clone(), keywords }))
    }
}

fn getter(class: &Rc<Class>, of: Vec<Value>, paths: Vec<Vec<Symbol>>, keywords: Vec<(Symbol, Value)>) -> Value {
    let state = Getter { of: of.into(), paths: paths.into(), keywords };
    Object::with_native(class.clone(), state)
}

fn items_new(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    args.no_keywords("itemgetter")?;
    if args.values.is_empty() {
        return Err(type_error("itemgetter expected 1 argument, got 0"));
    }
    Ok(getter(class, args.values.to_vec(), Vec::new(), Vec::new()))
}

fn attributes_new(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    args.no_keywords("attrgetter")?;
    if args.values.is_empty() {
        return Err(type_error("attrgetter expected 1 argument, got 0"));
    }
    let mut paths = Vec::new();
    for name in &args.values {
        let Some(name) = name.as_str() else { return Err(type_error("attribute name must be a string")) };
        paths.push(name.text().split('.').map(Symbol::new).collect());
    }
    Ok(getter(class, args.values.to_vec(), paths, Vec::new()))
}

fn method_new(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let Some(name) = args.positional_values().first() else {
        return Err(type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = name.as_str() else { return Err(type_error("method name must be a string")) };
    let name = Symbol::new(&name.text());
    let keywords = args.keywords().map(|(name, value)| (name, value.clone())).collect();
    Ok(getter(class, args.positional_values().to_vec(), vec![vec![name]], keywords))
}

/// The getter and its one argument.
fn called(args: Args, name: &str) -> PyResult<(Value, Value)> {
    let mut args = args;
    let this = args.take_receiver();
    args.no_keywords(name)?;
    match &mut args.values[..] {
        [value] => Ok((this, value.take())),
        values => Err(type_error(format!("{name} expected 1 argument, got {}", values.len()))),
    }
}

/// An item of a tuple, a list or a dict.
fn quick_item(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, object] = args else { return None };
    let [key] = &*this.native::<Getter>()?.of else { return None };
    match (object, key) {
        (Value::Tuple(tuple), Value::Int(at)) => tuple.items.get(usize::try_from(*at).ok()?).cloned(),
        (Value::List(list), Value::Int(at)) => list.items.borrow().get(usize::try_from(*at).ok()?).cloned(),
        (Value::Dict(dict), key) => dict.get_simple(key)?,
        _ => None,
    }
}

/// A plain attribute of an instance.
fn quick_attribute(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, object] = args else { return None };
    let [path] = &*this.native::<Getter>()?.paths else { return None };
    let [name] = path[..] else { return None };
    attribute::known_at_once(i, object, name)?
}

fn items_call(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (this, object) = called(args, "itemgetter")?;
    let keys = receiver::<Getter>(&this, "operator.itemgetter", "__call__")?.of.clone();
    if let [key] = &*keys {
        return ops::get_item(i, &object, key);
    }
    let mut found = Vec::with_capacity(keys.len());
    for key in keys.iter() {
        match ops::get_item(i, &object, key)? {
            Flow::Done(item) => found.push(item),
            flow => {
                let cx = i.cx();
                return Ok(Flow::frame(async move {
                    found.push(cx.finish(Ok(flow)).await?);
                    for key in &keys[found.len()..] {
                        found.push(cx.run(|i| ops::get_item(i, &object, key)).await?);
                    }
                    Ok(Value::tuple(found))
                }));
            }
        }
    }
    Ok(Flow::Done(Value::tuple(found)))
}

fn attributes_call(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (this, object) = called(args, "attrgetter")?;
    let paths = receiver::<Getter>(&this, "operator.attrgetter", "__call__")?.paths.clone();
    if let [path] = &*paths
        && let [name] = &path[..]
    {
        return get_attr(i, &object, *name);
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let mut found = Vec::with_capacity(paths.len());
        for path in paths.iter() {
            let mut value = object.clone();
            for name in path {
                value = cx.run(|i| get_attr(i, &value, *name)).await?;
            }
            found.push(value);
        }
        Ok(if found.len() == 1 { found.remove(0) } else { Value::tuple(found) })
    }))
}

/// A method of a text or a container that has a quick way.
fn quick_method(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, object] = &*args else { return None };
    let state = this.native::<Getter>()?;
    let is_plain = matches!(object, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Set(_));
    if !is_plain || !state.keywords.is_empty() {
        return None;
    }
    let Some(Value::Builtin(method)) = type_of(object).lookup(state.paths[0][0]) else { return None };
    let mut values: Vec<Value> = std::iter::once(object).chain(&state.of[1..]).cloned().collect();
    if method.binding == Binding::Method { method.answer(i, &mut values) } else { None }
}

fn method_call(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (this, object) = called(args, "methodcaller")?;
    let state = receiver::<Getter>(&this, "operator.methodcaller", "__call__")?;
    let (name, values) = (state.paths[0][0], state.of[1..].iter().cloned());
    let args = match state.keywords.is_empty() {
        true => Args::positional(values),
        false => Args::with_keywords(values, state.keywords.iter().cloned()),
    };
    let cx = i.cx();
    match get_attr(i, &object, name)? {
        Flow::Done(method) => ops::call_now(i, &method, args),
        flow => Ok(Flow::frame(async move {
            let method = cx.finish(Ok(flow)).await?;
            cx.call(&method, args).await
        })),
    }
}

fn getter_repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let state = receiver::<Getter>(this, "operator", "__repr__")?;
    let mut parts = Vec::new();
    for value in state.of.iter() {
        parts.push(ops::repr_text(i, value)?.text().into_owned());
    }
    for (name, value) in &state.keywords {
        parts.push(format!("{}={}", name.text(), ops::repr_text(i, value)?.text()));
    }
    Ok(format!("operator.{}({})", type_of(this).name(), parts.join(", ")).into())
}

fn getter_reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let state = receiver::<Getter>(this, "operator", "__reduce__")?;
    let class = Value::Type(type_of(this));
    if state.keywords.is_empty() {
        return Ok(Value::pair(class, Value::tuple(state.of.to_vec())));
    }
    let partial = from_library(i, "functools", "partial")?;
    let made = Args::with_keywords([class, state.of[0].clone()], state.keywords.iter().cloned());
    Ok(Value::pair(i.call(&partial, made)?, Value::tuple(state.of[1..].to_vec())))
}

fn member_new(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let [at, doc] = args.clone().exactly("_tuplegetter")?;
    let at = ops::size(ops::ssize(i, &at)?);
    Ok(Object::with_native(class.clone(), Item { at, doc: RefCell::new(doc) }))
}

fn member(value: &Value) -> PyResult<&Item> {
    receiver::<Item>(value, "collections._tuplegetter", "__get__")
}

fn member_get(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this, instance, _] = args.between("__get__", 2)?;
    match instance.plain() {
        Value::None => Ok(this),
        Value::Tuple(tuple) => {
            tuple.items.get(member(&this)?.at).cloned().ok_or_else(|| index_error("tuple index out of range"))
        }
        _ => Err(type_error(format!(
            "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
            member(&this)?.at,
            type_name(&instance)
        ))),
    }
}

/// functools.cmp_to_key's keys: what they compare, and by what.
struct Key {
    compare: Value,
    object: RefCell<Value>,
}

impl Native for Key {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.compare);
        visit(&self.object.borrow());
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let object = RefCell::new(copy(&self.object.borrow().clone()));
        Some(Box::new(Key { compare: copy(&self.compare), object }))
    }
}

fn key(class: &Rc<Class>, compare: Value, object: Value) -> Value {
    let state = Key { compare, object: RefCell::new(object) };
    Object::with_native(class.clone(), state)
}

/// `K(object)`, of what `cmp_to_key` gives.
fn key_call(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let [object] = args.bind_in_c("K", &["obj"], 1)?;
    let compare = receiver::<Key>(&this, "functools.KeyWrapper", "__call__")?.compare.clone();
    Ok(Flow::Done(key(&type_of(&this), compare, object)))
}

fn key_compare(i: &mut dyn Interp, args: Args, op: CompareOp) -> PyResult<Flow> {
    let [this, other] = args.exactly("__lt__")?;
    let a = receiver::<Key>(&this, "functools.KeyWrapper", "__lt__")?;
    let Some(b) = other.native::<Key>() else { return Err(type_error("other argument must be K instance")) };
    let (a_of, b_of) = (a.object.borrow().clone(), b.object.borrow().clone());
    if a_of.is_unset() || b_of.is_unset() {
        return Err(attribute_error("object"));
    }
    let flow = ops::call_now(i, &a.compare, Args::positional([a_of, b_of]))?;
    flow.then(i, move |i, found| ops::compare(i, op, &found, &Value::Int(0)))
}

fn cmp_to_key(_: &mut dyn Interp, args: Args, class: &Rc<Class>) -> PyResult<Flow> {
    let [compare] = args.bind_in_c("cmp_to_key", &["mycmp"], 1)?;
    Ok(Flow::Done(key(class, compare, Value::Unset)))
}

fn no_new(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Err(type_error(format!("cannot create '{}' instances", class.name())))
}

/// The classes of an interpreter.
struct Classes(Vec<(&'static str, Rc<Class>)>, Rc<Class>);

fn classes() -> Classes {
    let class = |name: &str, module: &str, new: MakeFn| {
        NativeClass::new(name, module, &[], new).sync("__init__", |_, _| Ok(Value::None)).without_dict()
    };
    let getter = |name: &str, new: MakeFn, quick: QuickFn, call: FlowFn| {
        let made = class(name, "operator", new).quick("__call__", quick, call);
        made.sync("__repr__", getter_repr).sync("__reduce__", getter_reduce).finish()
    };
    let member = class("_tuplegetter", "collections", member_new)
        .sync("__get__", member_get)
        .sync("__set__", |_, _| Err(attribute_error("can't set attribute")))
        .sync("__delete__", |_, _| Err(attribute_error("can't delete attribute")))
        .sync("__repr__", |i, args| {
            let member = member(&args.values[0])?;
            let doc = member.doc.borrow().clone();
            Ok(format!("_tuplegetter({}, {})", member.at, ops::repr_text(i, &doc)?.text()).into())
        })
        .sync("__reduce__", |_, args| {
            let of = member(&args.values[0])?;
            Ok(Value::pair(Value::Type(type_of(&args.values[0])), Value::pair(of.at.into(), of.doc.borrow().clone())))
        })
        .property(
            "__doc__",
            |_, this| Ok(member(this)?.doc.borrow().clone()),
            |_, this, doc| {
                member(this)?.doc.replace(doc);
                Ok(())
            },
        )
        .finish();
    let key = class("KeyWrapper", "functools", no_new)
        .method("__call__", key_call)
        .method("__lt__", |i, args| key_compare(i, args, CompareOp::Lt))
        .method("__le__", |i, args| key_compare(i, args, CompareOp::Le))
        .method("__eq__", |i, args| key_compare(i, args, CompareOp::Eq))
        .method("__gt__", |i, args| key_compare(i, args, CompareOp::Gt))
        .method("__ge__", |i, args| key_compare(i, args, CompareOp::Ge))
        .property(
            "obj",
            |_, this| Ok(receiver::<Key>(this, "functools.KeyWrapper", "obj")?.object.borrow().clone()),
            |_, this, value| {
                receiver::<Key>(this, "functools.KeyWrapper", "obj")?.object.replace(value);
                Ok(())
            },
        )
        .constant("__hash__", Value::None)
        .finish();
    key.set_flag(class_flag::FINAL);
    let made = vec![
        ("itemgetter", getter("itemgetter", items_new, quick_item, items_call)),
        ("attrgetter", getter("attrgetter", attributes_new, quick_attribute, attributes_call)),
        ("methodcaller", getter("methodcaller", method_new, quick_method, method_call)),
        ("_tuplegetter", member),
    ];
    for (_, class) in &made[..3] {
        class.set_flag(class_flag::FINAL);
        NativeClass::extend(class).member("__text_signature__", |_, _| Ok("(obj, /)".into()));
    }
    Classes(made, key)
}

/// Module `_operator`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_operator");
    for (name, code) in BINARY.into_iter().chain(COMPARISONS).chain(OTHERS) {
        module.set(Symbol::new(name), Builtin::function(name, "_operator", code));
    }
    let made = i.states().get_or(classes);
    for (name, class) in &made.0 {
        module.set(Symbol::new(name), Value::Type(class.clone()));
    }
    let class = made.1.clone();
    let code = BuiltinCode::Closure(Rc::new(move |i: &mut dyn Interp, args: Args| cmp_to_key(i, args, &class)));
    let cmp_to_key = Builtin::of("cmp_to_key".into(), "_functools".into(), Binding::Function, None, code);
    module.set(Symbol::new("cmp_to_key"), cmp_to_key);
    module.set(known::DOC, "Operator interface.".into());
    Ok(module)
}
