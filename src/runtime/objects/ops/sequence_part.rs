//! Which types have a sequence's part in CPython (`tp_as_sequence`), as some messages tell.

use crate::objects::class::class_flag;
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
        Value::Object(o) => {
            let built_in = !o.with_class(|c| c.flag(class_flag::HEAP | class_flag::EXTENSION));
            match &*type_name(object) {
                "dict_keys" | "dict_values" | "dict_items" | "mappingproxy" | "memoryview" | "bytearray" => true,
                "types.SimpleNamespace" | "types.UnionType" | "types.GenericAlias" => false,
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

/// Whether something is repeated by `*` though its class is no built-in: a deque, an array.
pub(super) fn repeats(object: &Value) -> bool {
    is_deque(object)
        || matches!(object.plain(), Value::Object(o) if o.with_class(|class| class.flag(class_flag::EXTENSION)))
            && &*type_name(object) == "array.array"
}
