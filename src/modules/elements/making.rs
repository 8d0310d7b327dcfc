//! Elements that a program makes, and what it asks them.

use std::rc::Rc;

use super::{ATTRIBUTES, children, known};
use crate::modules::shortcuts::Known;
use crate::objects::containers::Dict;
use crate::objects::function::Flow;
use crate::objects::look::change;
use crate::objects::{Interp, Value, gc, ops};

/// A tag, a copy of the attributes, no children, text and tail.
fn parts(i: &mut dyn Interp, tag: &Value, attributes: Option<&Value>) -> Option<[Value; 5]> {
    let attributes = match attributes {
        None => Dict::new(),
        Some(Value::Dict(given)) => given.copy(i).ok()?,
        Some(_) => return None,
    };
    Some([tag.clone(), Value::Dict(attributes), Value::list(Vec::new()), Value::None, Value::None])
}

fn split(args: &[Value]) -> Option<(&Value, &Value, Option<&Value>)> {
    match args {
        [this, tag] => Some((this, tag, None)),
        [this, tag, attributes] => Some((this, tag, Some(attributes))),
        _ => None,
    }
}

/// `__init__(self, tag, attrib)` of a plain element that nothing is known of yet.
pub(super) fn init(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, tag, attributes) = split(args)?;
    let known = known(i)?;
    let object = known.instance(this, 0)?;
    let parts = parts(i, tag, attributes)?;
    let mut attrs = change(&object.attrs);
    if !attrs.is_empty() {
        return None;
    }
    attrs.fill(known.names.iter().copied().zip(parts));
    Some(Value::None)
}

fn made(i: &mut dyn Interp, known: &Known, tag: &Value, attributes: Option<&Value>) -> Option<Value> {
    let parts = parts(i, tag, attributes)?;
    known.made(0, 0, &parts)
}

/// `makeelement(self, tag, attrib)`
pub(super) fn make_element(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, tag, attributes] = &*args else { return None };
    let known = known(i)?;
    known.instance(this, 0)?;
    made(i, &known, tag, Some(attributes))
}

/// `SubElement(parent, tag, attrib)`
pub(super) fn sub_element(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (parent, tag, attributes) = split(args)?;
    let known = known(i)?;
    let list = children(&known, parent)?;
    let child = made(i, &known, tag, attributes)?;
    gc::link(&list, &child);
    list.items.borrow_mut().push(child.clone());
    Some(child)
}

/// `set(self, key, value)`
pub(super) fn set(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, key @ Value::Str(_), value] = &*args else { return None };
    let Value::Dict(attributes) = known(i)?.kept(this, 0, ATTRIBUTES)? else { return None };
    attributes.set(i, key.clone(), value.clone()).ok()?;
    Some(Value::None)
}

/// `__iter__(self)`
pub(super) fn iter(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let list = children(&*known(i)?, args.first()?)?;
    match ops::iter(i, &Value::List(list)).ok()? {
        Flow::Done(iterator) => Some(iterator),
        _ => None,
    }
}

/// `__getitem__(self, index)` of a child that is there.
pub(super) fn item(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, Value::Int(at)] = &*args else { return None };
    let list = children(&*known(i)?, this)?;
    let items = list.items.borrow();
    let at = if *at < 0 { at + items.len() as i64 } else { *at };
    items.get(usize::try_from(at).ok()?).cloned()
}

/// `items(self)`
pub(super) fn items(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let Value::Dict(attributes) = known(i)?.kept(args.first()?, 0, ATTRIBUTES)? else { return None };
    let pairs = attributes.entries().into_iter().map(|(key, value)| Value::pair(key, value));
    Some(Value::list(pairs.collect()))
}

/// What is kept of an element, as far as it is a text or nothing.
pub(super) fn words(known: &Known, element: &Value, name: usize) -> Option<Option<Rc<crate::objects::string::Str>>> {
    match known.kept(element, 0, name)? {
        Value::None => Some(None),
        Value::Str(text) => Some(Some(text)),
        _ => None,
    }
}
