//! `dict.keys()`, `values()`, `items()`: live views, the first and the last with the operations of sets.

use std::rc::Rc;

use super::iterators::of_dict;
use super::ordered_iterator;
use super::reversed::reversed_dict;
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::containers::Dict;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::iter::DictPart;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::{self, CompareOp};
use crate::objects::str::PyStr;
use crate::objects::types::{Types, type_name, types};
use crate::objects::value::Value;

pub struct DictView {
    pub dict: Rc<Dict>,
    pub what: DictPart,
}

impl Native for DictView {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
    }
}

/// An iterator over what is a view of a dict, but for those of an `OrderedDict`.
pub fn plain_iterator(value: &Value) -> Option<Value> {
    let view = value.native::<DictView>().filter(|_| !is_ordered(value))?;
    Some(of_dict(&view.dict, view.what))
}

/// The view of a part of a dict.
pub fn new(dict: &Rc<Dict>, what: DictPart) -> Value {
    let t = types();
    of_classes([&t.dict_keys, &t.dict_values, &t.dict_items], dict, what)
}

/// The view of a part of an OrderedDict.
pub fn ordered(dict: &Rc<Dict>, what: DictPart) -> Value {
    let t = types();
    of_classes([&t.odict_keys, &t.odict_values, &t.odict_items], dict, what)
}

fn of_classes([keys, values, items]: [&Rc<Class>; 3], dict: &Rc<Dict>, what: DictPart) -> Value {
    let class = match what {
        DictPart::Keys => keys,
        DictPart::Values => values,
        DictPart::Items => items,
    };
    Object::with_native(class.clone(), DictView { dict: dict.clone(), what })
}

fn this<'a>(value: &'a Value, method: &str) -> PyResult<&'a DictView> {
    receiver(value, "dict view", method)
}

/// Whether it is a view of an OrderedDict.
pub(super) fn is_ordered(value: &Value) -> bool {
    let t = types();
    let class = value.as_object().map(|object| object.class());
    class.is_some_and(|class| [&t.odict_keys, &t.odict_values, &t.odict_items].iter().any(|c| Rc::ptr_eq(c, &class)))
}

/// Keys or items, which behave like sets.
pub(super) fn set_like(value: &Value) -> Option<&DictView> {
    value.native::<DictView>().filter(|v| v.what != DictPart::Values)
}

fn compare(i: &mut dyn Interp, args: Args, op: CompareOp) -> PyResult {
    let [x, y] = args.operands("dict_keys", op.method())?;
    if set_like(&x).is_none() || !matches!(y.plain(), Value::Set(_)) && set_like(&y).is_none() {
        return Ok(Value::NotImplemented);
    }
    // Sizes first, then one by one, so that values of items need no hash.
    let fits = match op {
        CompareOp::Eq | CompareOp::Ne => size(&x) == size(&y),
        CompareOp::Lt => size(&x) < size(&y),
        CompareOp::Le => size(&x) <= size(&y),
        CompareOp::Gt => size(&x) > size(&y),
        CompareOp::Ge => size(&x) >= size(&y),
    };
    let (part, whole) = if matches!(op, CompareOp::Gt | CompareOp::Ge) { (&y, &x) } else { (&x, &y) };
    let mut within = fits;
    if fits {
        for item in ops::to_vec(i, part)? {
            if !holds(i, whole, &item)? {
                within = false;
                break;
            }
        }
    }
    Ok(Value::Bool(within != (op == CompareOp::Ne)))
}

/// How many items a view or a set has.
pub(super) fn size(value: &Value) -> usize {
    match value.plain() {
        Value::Set(set) => set.len(),
        _ => value.native::<DictView>().map_or(0, |view| view.dict.len()),
    }
}

/// Whether an item is in a view or a set.
pub(super) fn holds(i: &mut dyn Interp, whole: &Value, item: &Value) -> PyResult<bool> {
    if let Value::Set(set) = whole.plain() {
        return set.contains(i, item);
    }
    let view = this(whole, "__contains__")?;
    match view.what {
        DictPart::Keys => view.dict.contains(i, item),
        DictPart::Items => {
            let Value::Tuple(pair) = item.plain() else { return Ok(false) };
            let [key, value] = &pair.items[..] else { return Ok(false) };
            match view.dict.get(i, key)? {
                Some(found) => ops::equal(i, &found, value),
                None => Ok(false),
            }
        }
        DictPart::Values => {
            for value in view.dict.values() {
                if ops::equal(i, &value, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

fn contains(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, item] = args.exactly("dict_keys.__contains__")?;
    holds(i, &this, &item).map(Value::Bool)
}

fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this_value] = args.exactly("__repr__")?;
    let view = this(&this_value, "__repr__")?;
    let name = type_name(&this_value);
    let mut text = PyStr::default();
    // A view within itself is an ellipsis.
    super::repr::guarded(
        i,
        Rc::as_ptr(&view.dict) as usize + 1 + view.what as usize,
        "...",
        &mut text,
        &mut |i, text| {
            text.push_str(&name);
            text.push_str("(");
            super::repr::push_any(i, &Value::list(view.dict.parts(view.what)), text)?;
            text.push_str(")");
            Ok(())
        },
    )?;
    Ok(text.into())
}

/// Fills the classes of views.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    for class in [&t.dict_keys, &t.dict_values, &t.dict_items] {
        NativeClass::extend(class)
            .sync("__len__", |_, mut args| {
                let value = args.take_receiver();
                Ok(this(&value, "__len__")?.dict.len().into())
            })
            .method("__iter__", |_, mut args| {
                let value = args.take_receiver();
                let view = this(&value, "__iter__")?;
                Ok(Flow::Done(if is_ordered(&value) {
                    ordered_iterator::over(&view.dict, view.what, false)
                } else {
                    of_dict(&view.dict, view.what)
                }))
            })
            .method("__reversed__", |_, mut args| {
                let value = args.take_receiver();
                let view = this(&value, "__reversed__")?;
                Ok(Flow::Done(if is_ordered(&value) {
                    ordered_iterator::over(&view.dict, view.what, true)
                } else {
                    reversed_dict(&view.dict, view.what)
                }))
            })
            .sync("__contains__", contains)
            .sync("__repr__", repr)
            .getter("mapping", |_, v| {
                Ok(crate::objects::mapping_proxy::new(Value::Dict(this(v, "mapping")?.dict.clone())))
            });
    }
    for class in [&t.dict_keys, &t.dict_items] {
        class.set(crate::objects::known::HASH, Value::None);
        NativeClass::extend(class)
            .sync("__eq__", |i, args| compare(i, args, CompareOp::Eq))
            .sync("__ne__", |i, args| compare(i, args, CompareOp::Ne))
            .sync("__lt__", |i, args| compare(i, args, CompareOp::Lt))
            .sync("__le__", |i, args| compare(i, args, CompareOp::Le))
            .sync("__gt__", |i, args| compare(i, args, CompareOp::Gt))
            .sync("__ge__", |i, args| compare(i, args, CompareOp::Ge))
            .finish();
    }
}
