//! Docstrings of built-in functions, methods and classes: words of a text of the library, read when they are first asked for.

use super::attribute::get_attr_now;
use super::class::{Class, class_flag};
use super::exception::{Exc, PyResult};
use super::function::{Builtin, BuiltinCode};
use super::interp::Interp;
use super::module::{from_library, set_attribute};
use super::native_class::GetSet;
use super::native_function::qualname_of;
use super::symbol::{Symbol, known};
use super::types::{type_of, types};
use super::value::Value;

/// The text's module.
const TEXT: &str = "_docstrings";

/// What the text says of a name.
fn said_of(i: &mut dyn Interp, name: &str) -> PyResult {
    let Value::Module(text) = i.import(TEXT)? else { return Ok(Value::None) };
    match text.get(Symbol::new("words")) {
        Some(Value::Dict(words)) => Ok(words.get_str(Symbol::new(name)).into()),
        _ => Ok(Value::None),
    }
}

/// The docstring of a native function or method.
pub fn of_function(i: &mut dyn Interp, value: &Value, function: &Builtin) -> PyResult {
    if let BuiltinCode::Shown(_, text) = &function.code {
        return get_attr_now(i, &Value::Function(text.clone()), known::DOC);
    }
    let name = qualname_of(value, function);
    match function.python {
        // Methods that stand for operators say the same in all classes; those of Python's own text say nothing.
        None if function.name.starts_with("__") && &*function.owner != "builtins" => said_of(i, &function.name),
        Some(_) if function.name.starts_with("__") => Ok(Value::None),
        Some(_) => said_of(i, &format!("asyncio.{name}")),
        None if name.contains('.') || &*function.owner == "builtins" => said_of(i, &name),
        None => said_of(i, &format!("{}.{name}", function.owner)),
    }
}

/// `__text_signature__` of something native, where its parameters are known.
pub fn signature_of(i: &mut dyn Interp, value: &Value) -> PyResult {
    let function = from_library(i, "_native_signatures", "text_signature")?;
    i.call(&function, [value.clone()].into())
}

/// What an instance of a native class has been given, or its class's docstring.
pub fn of_instance(i: &mut dyn Interp, value: &Value) -> PyResult {
    let own = match value {
        Value::Module(module) => module.get(known::DOC),
        _ => value.as_object().and_then(|object| object.own(known::DOC)),
    };
    match own {
        Some(own) => Ok(own),
        None => match value.native::<GetSet>() {
            Some(made) if made.name == known::DICT => Ok("dictionary for instance variables".into()),
            Some(made) if made.name == known::WEAKREF => Ok("list of weak references to the object".into()),
            _ => of_class(i, &type_of(value)),
        },
    }
}

/// An instance's or module's own docstring, if it can have attributes.
pub fn set_of_instance(_: &mut dyn Interp, value: &Value, new: Value) -> PyResult<()> {
    let class = type_of(value);
    let deletes = new.is_unset();
    let old = match value {
        Value::Module(module) => set_attribute(module, known::DOC, new),
        Value::Object(object) if !class.flag(class_flag::NO_DICT) && deletes => object.remove_own(known::DOC),
        Value::Object(object) if !class.flag(class_flag::NO_DICT) => {
            object.set_own(known::DOC, new);
            return Ok(());
        }
        _ => {
            let words = format!("'{}' object attribute '__doc__' is read-only", class.shown_name());
            return Err(Exc::message(&types().attribute_error, words));
        }
    };
    if deletes && old.is_none() {
        let words = format!("'{}' object has no attribute '__doc__'", class.shown_name());
        return Err(Exc::message(&types().attribute_error, words));
    }
    Ok(())
}

/// The docstring of a class that is no class of Python's own text.
pub fn of_class(i: &mut dyn Interp, class: &Class) -> PyResult {
    if class.flag(class_flag::HEAP) {
        return Ok(Value::None);
    }
    let module = class.attrs.borrow().get(known::MODULE).and_then(|m| Some(m.as_str()?.text().to_string()));
    match module {
        Some(module) if module.contains("asyncio") => said_of(i, &format!("asyncio.{}", class.name())),
        Some(module) if module != "builtins" => Ok(Value::None),
        _ => said_of(i, &class.name()),
    }
}
