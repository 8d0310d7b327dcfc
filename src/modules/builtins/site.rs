//! What the module `site` adds: `exit`, `quit`, `help`, `copyright`, `credits`, `license`; what a playground in a page
//! lacks says so here.

use std::rc::Rc;

use super::Code::{self, Flow as F};
use crate::objects::attribute;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::interp::Interp;
use crate::objects::library_site::{Site, at};
use crate::objects::module::Module;
use crate::objects::module::from_library;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::types;
use crate::objects::value::Value;
use crate::objects::{Args, Flow};

pub(super) const FUNCTIONS: &[(&str, Code)] = &[("breakpoint", F(breakpoint)), ("open", F(open))];

/// `breakpoint(…)`: what `sys.breakpointhook` is.
fn breakpoint(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    Ok(Flow::call(from_library(i, "sys", "breakpointhook")?, args))
}

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

/// `copyright`, `credits`, `license`: the name, and what it says.
struct Printer(&'static str, &'static str);

impl Native for Printer {}

/// What [`Printer`]s say.
const TEXTS: [(&str, &str); 3] = [
    ("copyright", COPYRIGHT),
    (
        "credits",
        "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n    \
         for supporting Python development.  See www.python.org for more information.",
    ),
    ("license", "Loopscope is under the MIT license or the Apache license 2.0."),
];

/// `sys.copyright`
pub const COPYRIGHT: &str = "Loopscope: MIT or Apache 2.0";

/// `help`, which is no function.
struct Helper;

impl Native for Helper {}

fn no_instances(class: &Class) -> Exc {
    type_error(format!("cannot create '{}' instances", class.name()))
}

/// `help` and the texts.
fn install_texts(module: &Rc<Module>) {
    let class = NativeClass::new("_Helper", "_sitebuiltins", &[], |_, class, _| Err(no_instances(class)))
        .sync("__repr__", |_, _| {
            Ok(Value::from("Type help() for interactive help, or help(object) for help about object."))
        })
        .method("__call__", |i, mut args| {
            args.take_first();
            help(i, args)
        })
        .finish();
    module.set(Symbol::new("help"), Object::with_native(class, Helper));
    let class = NativeClass::new("_Printer", "_sitebuiltins", &[], |_, class, _| Err(no_instances(class)))
        .sync("__repr__", |_, args| {
            let Printer(name, text) = receiver(&args.values[0], "_Printer", "__repr__")?;
            Ok(Value::from(if *name == "license" { "Type license() to see the full license text" } else { *text }))
        })
        .method("__call__", |i, mut args| {
            let this = args.take_receiver();
            let [] = args.bind("_Printer.__call__", &[], 0)?;
            let Printer(_, text) = receiver(&this, "_Printer", "__call__")?;
            Ok(Flow::call(from_library(i, "builtins", "print")?, Args::one((*text).into())))
        })
        .finish();
    for (name, text) in TEXTS {
        module.set(Symbol::new(name), Object::with_native(class.clone(), Printer(name, text)));
    }
}

/// `exit` or `quit`.
struct Quitter(&'static str);

impl Native for Quitter {}

/// Where those raise.
static QUIT: Site = Site {
    file: "<frozen _sitebuiltins>",
    function: "__call__",
    line: 26,
    end_line: 26,
    column: 8,
    end_column: 30,
    text: &[],
};

/// Adds them all.
pub fn install(module: &Rc<Module>) {
    install_texts(module);
    let class = NativeClass::new("Quitter", "_sitebuiltins", &[], |_, class, _| Err(no_instances(class)))
        .sync("__repr__", |_, args| {
            let name = receiver::<Quitter>(&args.values[0], "Quitter", "__repr__")?.0;
            Ok(Value::from(format!("Use {name}() or Ctrl-D (i.e. EOF) to exit")))
        })
        .method("__call__", |i, mut args| {
            args.take_first();
            let [code] = args.bind("Quitter.__call__", &["code"], 0)?;
            let code: Value = code.some().into();
            let exc = Exc::new(&types().system_exit, vec![code.clone()]);
            exc.data().members.borrow_mut().set(Symbol::new("code"), code);
            let cx = i.cx();
            Ok(Flow::frame(async move {
                // Whatever that fails by is nobody's business.
                let close = cx.run(|i| {
                    let stdin = from_library(i, "sys", "stdin")?;
                    attribute::get_attr(i, &stdin, known::CLOSE)
                });
                if let Ok(close) = close.await {
                    _ = cx.call(&close, Args::none()).await;
                }
                Err(at(&QUIT)(exc))
            }))
        })
        .finish();
    for name in ["exit", "quit"] {
        module.set(Symbol::new(name), Object::with_native(class.clone(), Quitter(name)));
    }
}
