//! `mappingproxy`: a read-only view of a dict (`C.__dict__`).

use super::args::Args;
use super::attribute::get_attr_now;
use super::exception::{PyResult, type_error};
use super::function::Flow;
use super::interp::Interp;
use super::native_class::{NativeClass, receiver};
use super::object::{Native, Object};
use super::ops::{self, BinaryOp, CompareOp};
use super::symbol::Symbol;
use super::types::{Types, type_name, type_of, types};
use super::value::Value;

/// The proxy of a mapping.
struct MappingProxy(Value);

impl Native for MappingProxy {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }
}

/// The proxy of a mapping.
pub fn new(mapping: Value) -> Value {
    Object::with_native(types().mappingproxy.clone(), MappingProxy(mapping))
}

fn of(mut args: Args, method: &str) -> PyResult<(Value, Args)> {
    let this = args.take_receiver();
    let mapping = receiver::<MappingProxy>(&this, "mappingproxy", method)?.0.clone();
    Ok((mapping, args))
}

/// What a proxy stands for; any other value is itself.
fn behind(value: &Value) -> Value {
    value.native::<MappingProxy>().map_or_else(|| value.clone(), |p| p.0.clone())
}

fn delegate(i: &mut dyn Interp, args: Args, method: &str) -> PyResult<Flow> {
    let (mapping, args) = of(args, method)?;
    let method = get_attr_now(i, &mapping, Symbol::new(method))?;
    Ok(Flow::call(method, args))
}

/// What the mapping says of the other side, which may be a proxy as well and is then asked in turn.
fn compare(i: &mut dyn Interp, args: Args, op: CompareOp) -> PyResult<Flow> {
    let (mapping, args) = of(args, &op.method().text())?;
    let [other] = args.operands("mappingproxy", op.method())?;
    ops::compare(i, op, &mapping, &other)
}

/// Fills `mappingproxy`.
#[inline(never)]
pub fn install(t: &'static Types) {
    t.mappingproxy.make.set(|_, _, args| {
        let [mapping] = args.clone().bind_in_c("mappingproxy", &["mapping"], 1)?;
        match mapping.plain() {
            Value::Dict(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => Ok(new(mapping)),
            Value::Object(_) if ops::has_items(&type_of(&mapping)) && !ops::is_deque(&mapping) => Ok(new(mapping)),
            _ => Err(type_error(format!("mappingproxy() argument must be a mapping, not {}", type_name(&mapping)))),
        }
    });
    t.mappingproxy.set_flag(super::class::class_flag::MAPPING);
    NativeClass::extend(&t.mappingproxy)
        .method("__getitem__", |i, args| {
            let (mapping, args) = of(args, "__getitem__")?;
            let [key] = args.exactly("mappingproxy.__getitem__")?;
            ops::get_item(i, &mapping, &key)
        })
        .method("__contains__", |i, args| {
            let (mapping, args) = of(args, "__contains__")?;
            let [key] = args.exactly("mappingproxy.__contains__")?;
            ops::contains(i, &mapping, &key)
        })
        .method("__len__", |i, args| ops::len(i, &of(args, "__len__")?.0))
        .method("__iter__", |i, args| ops::iter(i, &of(args, "__iter__")?.0))
        .method("__str__", |i, args| ops::str_of(i, &of(args, "__str__")?.0))
        .sync("__repr__", |i, args| {
            let text = ops::repr_text(i, &of(args, "__repr__")?.0)?;
            Ok(Value::from(format!("mappingproxy({})", text.text())))
        })
        .method("__eq__", |i, args| compare(i, args, CompareOp::Eq))
        .method("__ne__", |i, args| compare(i, args, CompareOp::Ne))
        .method("__lt__", |i, args| compare(i, args, CompareOp::Lt))
        .method("__le__", |i, args| compare(i, args, CompareOp::Le))
        .method("__gt__", |i, args| compare(i, args, CompareOp::Gt))
        .method("__ge__", |i, args| compare(i, args, CompareOp::Ge))
        .method("get", |i, args| delegate(i, args, "get"))
        .method("keys", |i, args| delegate(i, args, "keys"))
        .method("values", |i, args| delegate(i, args, "values"))
        .method("items", |i, args| delegate(i, args, "items"))
        .method("copy", |i, args| delegate(i, args, "copy"))
        .method("__reversed__", |i, args| delegate(i, args, "__reversed__"))
        .sync("__hash__", |i, args| Ok(Value::Int(ops::hash(i, &of(args, "__hash__")?.0)?)))
        .method("__or__", |i, args| {
            let [this, other] = args.exactly("__or__")?;
            ops::binary(i, BinaryOp::Or, false, &behind(&this), &behind(&other))
        })
        .method("__ror__", |i, args| {
            let [this, other] = args.exactly("__ror__")?;
            ops::binary(i, BinaryOp::Or, false, &behind(&other), &behind(&this))
        })
        .sync("__ior__", |_, _| Err(type_error("'|=' is not supported by mappingproxy; use '|' instead")))
        .class_method("__class_getitem__", super::builtin_types::generic_alias::class_getitem);
}
