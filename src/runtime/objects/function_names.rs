//! How functions are called where they are shown: in reprs of methods, in aliases, in messages.

use super::attribute::get_attr_now;
use super::interp::Interp;
use super::native_function;
use super::symbol::known;
use super::value::Value;

/// What a bound method shows as its function's name: that which the callable says, if it is a text.
pub fn shown_name(i: &mut dyn Interp, function: &Value) -> String {
    for attribute in [known::QUALNAME, known::NAME] {
        let found = get_attr_now(i, function, attribute);
        if let Ok(Value::Str(name)) = found {
            return name.text().into_owned();
        }
    }
    "?".into()
}

/// The name of a function or class with its module, unless that is `builtins`. None: it is something else.
#[cold]
#[inline(never)]
pub fn full_name(i: &mut dyn Interp, callable: &Value) -> Option<String> {
    let (module, qualname) = match callable {
        Value::Function(f) => {
            // As `functools.wraps` may have set it.
            let module = get_attr_now(i, callable, known::MODULE).ok();
            let module = module.and_then(|module| module.as_str().map(|s| s.text().into_owned()));
            (module, f.naming.qualname().text_or_empty())
        }
        Value::Method(m) => match &m.function {
            Value::Builtin(b) if b.python.is_none() => (None, native_function::qualname_of(callable, b)),
            function => return full_name(i, function),
        },
        Value::Type(c) => {
            let module = c.lookup(known::MODULE).and_then(|m| m.as_str().map(|s| s.text().into_owned()));
            (module, c.qualname.borrow().to_string())
        }
        Value::Builtin(b) => {
            // What is Python in CPython has a module.
            let mut text = |name| {
                let found = get_attr_now(i, callable, name).ok();
                found.and_then(|text| text.as_str().map(|s| s.text().into_owned()))
            };
            let module = text(known::MODULE);
            (module, text(known::QUALNAME).unwrap_or_else(|| b.name.to_string()))
        }
        _ => return None,
    };
    Some(match module {
        Some(module) if module != "builtins" => format!("{module}.{qualname}"),
        _ => qualname,
    })
}
