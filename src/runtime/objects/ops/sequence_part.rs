//! Which types have a sequence's part in CPython (`tp_as_sequence`), as some messages tell.

use std::rc::Rc;

use super::BinaryOp;
use super::special::Candidate;
use crate::bytecode::CodeFlags;
use crate::objects::class::{Class, class_flag};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

/// Whether a type has a sequence's part in C (`tp_as_sequence`): what `PyObject_DelItem` says of an index depends on it,
/// and `x *= y` does not repeat `y` where `x` has one.
#[cold]
pub(super) fn has_sequence_part(object: &Value) -> bool {
    // Classes of programs, and those of CPython's Python modules.
    if matches!(object, Value::Object(_)) {
        let class = type_of(object);
        if !class.flag(class_flag::EXTENSION) && (class.flag(class_flag::HEAP) || !class.flag(class_flag::IMMUTABLE)) {
            return true;
        }
    }
    match object.plain() {
        Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::Range(_) | Value::Set(_) => true,
        Value::List(_) | Value::Dict(_) => true,
        Value::Type(class) => class.has_metaclass(),
        Value::Iter(_) => type_name(object).starts_with("itertools."),
        Value::Object(o) => {
            let built_in = !o.with_class(|c| c.flag(class_flag::HEAP | class_flag::EXTENSION));
            match &*type_name(object) {
                "dict_keys" | "dict_values" | "dict_items" | "mappingproxy" | "memoryview" | "bytearray" => true,
                "types.SimpleNamespace" | "types.UnionType" | "types.GenericAlias" => false,
                "ExceptionGroup" => true,
                "_contextvars.ContextVar" | "_contextvars.Token" | "weakref.ReferenceType" => false,
                name if name.starts_with("datetime.") => false,
                _ => !built_in,
            }
        }
        _ => false,
    }
}

/// Whether something is a deque: a sequence of a native class, which is no mapping.
pub(in crate::objects) fn is_deque(object: &Value) -> bool {
    let Value::Object(o) = object.plain() else { return false };
    o.with_class(|class| class.flag(class_flag::EXTENSION)) && &*type_name(object) == "collections.deque"
}

/// Whether the method that a class has for an operator is a sequence's concatenation or repetition, asked as a method.
#[cold]
pub(super) fn concatenates(class: &Rc<Class>, method: Symbol) -> bool {
    class.owner_of(method).is_some_and(|owner| owner.flag(class_flag::CONCATENATES))
}

/// The same of an operand whose method would be asked. A class that is derived from such a one has its `+=` among the
/// methods of numbers (`update_one_slot`: both are wrapped alike), its `+`, `*` and `*=` stay.
pub(super) fn is_concatenation(candidate: &Candidate, op: BinaryOp, left: &Value) -> bool {
    match &candidate.method {
        Value::Builtin(_) => {}
        Value::Function(function) if function.code.has(CodeFlags::HIDDEN) => {}
        _ => return false,
    }
    let class = type_of(&candidate.receiver);
    let own = |name: Symbol| class.lookup(name).is_some_and(|found| found.is(&candidate.method));
    if own(op.inplace()) && candidate.receiver.is(left) {
        let native = class.flag(class_flag::CONCATENATES) && class.attrs.borrow().contains(op.inplace());
        return concatenates(&class, op.inplace()) && (native || op == BinaryOp::Mul);
    }
    [op.method(), op.reflected()].into_iter().any(|name| own(name) && concatenates(&class, name))
}

/// Whether something is repeated by `*` though its class is no built-in: a deque, an array.
pub(super) fn repeats(object: &Value) -> bool {
    matches!(object, Value::Object(_)) && concatenates(&type_of(object), known::MUL)
}
