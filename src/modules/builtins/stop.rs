//! `exit` and `quit`; what a playground in a page lacks says so here.

use std::rc::Rc;

use super::Code::{self, Flow as F, Sync as S};
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::interp::{Interp, not_supported};
use crate::objects::module::Module;
use crate::objects::module::from_library;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::symbol::Symbol;
use crate::objects::types::types;
use crate::objects::value::Value;
use crate::objects::{Args, Flow};

pub(super) const FUNCTIONS: &[(&str, Code)] = &[
    ("breakpoint", S(|i, _| Err(not_supported(i, "breakpoint()", Some("stepping in the timeline"))))),
    ("open", F(open)),
    ("help", F(help)),
];

/// `open(…)`: that of the module `_open`, which is Python.
fn open(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    if args.values.is_empty() {
        return Err(type_error("open() missing required argument 'file' (pos 1)"));
    }
    let module = i.import("_open")?;
    match &module {
        Value::Module(m) => Ok(Flow::call(m.get(Symbol::new("open")).unwrap_or_default(), args)),
        _ => Ok(Flow::Done(Value::None)),
    }
}

/// `help(…)`: that of the module `pydoc`, which is Python.
fn help(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    Ok(Flow::call(from_library(i, "pydoc", "help")?, args))
}

/// `exit` or `quit`.
struct Quitter(&'static str);

impl Native for Quitter {}

/// Adds `exit` and `quit`.
pub fn install(module: &Rc<Module>) {
    let class = NativeClass::new("Quitter", "_sitebuiltins", &[], |_, class, _| {
        Err(crate::objects::exception::type_error(format!("cannot create '{}' instances", class.name())))
    })
    .sync("__repr__", |_, args| {
        let name = receiver::<Quitter>(&args.values[0], "Quitter", "__repr__")?.0;
        Ok(Value::from(format!("Use {name}() or Ctrl-D (i.e. EOF) to exit")))
    })
    .sync("__call__", |_, mut args| -> PyResult {
        args.take_first();
        let [code] = args.bind("Quitter.__call__", &["code"], 0)?;
        let code: Value = code.some().into();
        let exc = Exc::new(&types().system_exit, vec![code.clone()]);
        exc.data().members.borrow_mut().set(Symbol::new("code"), code);
        Err(exc)
    })
    .finish();
    for name in ["exit", "quit"] {
        module.set(Symbol::new(name), Object::with_native(class.clone(), Quitter(name)));
    }
}
