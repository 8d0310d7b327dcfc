//! `_unicode`: the names of characters and normal forms, for `unicodedata` (own Python text).

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::interp::not_supported;
use crate::objects::module::Module;
use crate::objects::str::codec::Encoding;
use crate::objects::str::{PyStr, names};
use crate::objects::{Interp, Symbol, Value};

/// `name(character)`: `None` if it has none.
fn name(i: &mut dyn Interp, args: Args) -> PyResult {
    let [character] = args.exactly("name")?;
    let point = character.as_str().and_then(|s| s.data.points().next()).unwrap_or_default();
    let Some(c) = char::from_u32(point) else { return Ok(Value::None) };
    match names::name(c) {
        Ok(found) => Ok(found.map_or(Value::None, Value::from)),
        Err(names::Unfetched) => Err(unfetched(i)),
    }
}

/// `lookup(name)`: the character, or `None`.
fn lookup(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name] = args.exactly("lookup")?;
    match names::lookup(&name.text_or_empty()) {
        Ok(found) => Ok(found.map_or(Value::None, |c| c.to_string().into())),
        Err(names::Unfetched) => Err(unfetched(i)),
    }
}

fn unfetched(i: &mut dyn Interp) -> crate::objects::Exc {
    not_supported(i, "unicodedata without names.txt", None)
}

/// `normalize(form, text)`
fn normalize(i: &mut dyn Interp, args: Args) -> PyResult {
    let [form, text] = args.exactly("normalize")?;
    let (form, text) = (form.text_or_empty(), text.as_str().map(|s| s.data.clone()).unwrap_or_default());
    i.charge(text.points().count() as u64);
    let (mut out, mut piece) = (Vec::new(), String::new());
    let settle = |piece: &mut String, out: &mut Vec<u32>| {
        out.extend(normal(&form, piece).chars().map(u32::from));
        piece.clear();
    };
    for point in text.points() {
        match char::from_u32(point) {
            Some(c) => piece.push(c),
            // A lone surrogate is nothing that anything combines with.
            None => {
                settle(&mut piece, &mut out);
                out.push(point);
            }
        }
    }
    settle(&mut piece, &mut out);
    Ok(PyStr::from_points(out).into())
}

fn normal(form: &str, text: &str) -> String {
    match form {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        _ => text.nfkd().collect(),
    }
}

/// How the encoding of a name shows itself that is built in; None: there is no such one.
fn encoding_name(_: &mut dyn Interp, args: Args) -> PyResult {
    let [name] = args.exactly("encoding_name")?;
    let found = name.as_str().and_then(|s| Encoding::by_name(&s.text()));
    Ok(found.map_or(Value::None, |encoding| PyStr::from(&*encoding.shown()).into()))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_unicode");
    const FUNCTIONS: [(&str, SyncFn); 4] =
        [("name", name), ("lookup", lookup), ("normalize", normalize), ("encoding_name", encoding_name)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_unicode", code));
    }
    Ok(module)
}
