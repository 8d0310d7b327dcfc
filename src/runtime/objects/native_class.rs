//! Making native classes: a builder for a class with methods written in Rust.

use std::rc::{Rc, Weak};

use super::args::Args;
use super::attribute;
use super::class::{Class, MakeFn, class_flag, linearize};
use super::exception::{Exc, PyResult, type_error};
use super::function::{Binding, Builtin, BuiltinCode, CoroutineFn, Flow, FlowFn, QuickFn, SyncFn};
use super::instantiate::{check_new, define_new};
use super::interp::Interp;
use super::native_function::names_slot;
use super::object::{Native, Object};
use super::symbol::{Symbol, known};
use super::types::{type_name, types};
use super::value::Value;

pub type GetFn = fn(&mut dyn Interp, &Value) -> PyResult;
pub type SetFn = fn(&mut dyn Interp, &Value, Value) -> PyResult<()>;

/// A computed attribute of a native class (`Future._state`, `int.real`): a data descriptor.
pub struct GetSet {
    pub name: Symbol,
    pub owner: Rc<str>,
    pub get: GetFn,
    /// `None`: read-only.
    pub set: Option<SetFn>,
    /// It looks at the stack: the frame that asks, or sets it, must be there.
    pub on_stack: bool,
    /// It stands for what `__init__` sets in CPython: instances have it, their class does not show it.
    pub field: bool,
    /// The class of a program that has it; none is known of a native one.
    pub class: Weak<Class>,
}

impl Native for GetSet {}

impl GetSet {
    /// The same attribute as another class has it.
    pub fn of_class(&self, owner: Rc<str>) -> Value {
        let GetSet { name, get, set, on_stack, field, .. } = *self;
        let of_class = GetSet { name, owner, get, set, on_stack, field, class: Weak::new() };
        Object::with_native(types().getset_descriptor.clone(), of_class)
    }
}

/// Whether a class attribute is one that only instances have ([`GetSet::field`]).
pub fn is_field(value: &Value) -> bool {
    value.native::<GetSet>().is_some_and(|computed| computed.field)
}

/// Such an attribute of an instance. A class attribute stands for what it does not have yet, or of which the class itself
/// is asked.
pub fn get_field(i: &mut dyn Interp, field: &GetSet, receiver: &Value, owner: &Rc<Class>) -> PyResult<Flow> {
    if !receiver.is_unset() {
        let own = (field.get)(i, receiver)?;
        if !own.is_unset() {
            return Ok(Flow::Done(own));
        }
    }
    let attributes = owner.mro().into_iter().filter_map(|class| class.attrs.borrow().get(field.name).cloned());
    match attributes.into_iter().find(|found| !is_field(found)) {
        Some(found) => attribute::bind(i, &found, receiver, owner),
        None if receiver.is_unset() => Err(attribute::no_attribute(&Value::Type(owner.clone()), field.name)),
        None => Err(attribute::no_attribute(receiver, field.name)),
    }
}

/// Modules whose classes are written in C in CPython.
const EXTENSIONS: [&str; 11] = [
    "_asyncio",
    "_contextvars",
    "_io",
    "_queue",
    "_thread",
    "collections",
    "functools",
    "itertools",
    "operator",
    "time",
    "weakref",
];

fn asyncios(module: &str) -> Option<Symbol> {
    module.starts_with("asyncio.").then(|| Symbol::new(module))
}

/// Builds a native class.
pub struct NativeClass {
    class: Rc<Class>,
    name: Rc<str>,
    /// Its module, if its methods are Python in CPython, as asyncio's are.
    python: Option<Symbol>,
}

impl NativeClass {
    /// A class of `module` (its `__module__`) derived from `bases` (none: `object`). The program can subclass it and
    /// set attributes; instances of it carry a payload that `make` gives them.
    pub fn new(name: &str, module: &str, bases: &[&Rc<Class>], make: MakeFn) -> NativeClass {
        let bases: Vec<Rc<Class>> =
            if bases.is_empty() { vec![types().object.clone()] } else { bases.iter().map(|b| (*b).clone()).collect() };
        let ancestors = linearize(&bases).ok().expect("the bases of a native class have an order");
        let class = Class::new(name, bases, ancestors, None, make, class_flag::LAYOUT);
        class.set(known::MODULE, module.into());
        if EXTENSIONS.contains(&module) {
            class.set_flag(class_flag::EXTENSION | if module == "time" { 0 } else { class_flag::FIXED });
        }
        NativeClass { name: class.name(), class, python: asyncios(module) }
    }

    /// Goes on with a built-in class that exists already.
    pub fn extend(class: &Rc<Class>) -> NativeClass {
        let module = class.attrs.borrow().get(known::MODULE).and_then(|m| asyncios(&m.text_or_empty()));
        NativeClass { name: class.name(), class: class.clone(), python: module }
    }

    /// Goes on with methods that are Python in CPython, whose class is of this module.
    pub fn in_python(mut self, module: &str) -> NativeClass {
        self.python = Some(Symbol::new(module));
        self
    }

    /// Goes on with methods that are C in CPython.
    pub fn in_c(mut self) -> NativeClass {
        self.python = None;
        self
    }

    fn add(self, name: &str, binding: Binding, code: BuiltinCode) -> NativeClass {
        let name = Symbol::new(name);
        self.class.set(name, Builtin::of(name.text(), self.name.clone(), binding, self.python, code));
        self
    }

    /// A method that never leaves Rust. The receiver is the first argument.
    pub fn sync(self, name: &str, code: SyncFn) -> NativeClass {
        self.add(name, Binding::Method, BuiltinCode::Sync(code))
    }

    /// A method that may end in a call or a frame. The receiver is the first argument.
    pub fn method(self, name: &str, code: FlowFn) -> NativeClass {
        self.add(name, Binding::Method, BuiltinCode::Flow(code))
    }

    /// A method with a quick way. The receiver is the first argument.
    pub fn quick(self, name: &str, quick: QuickFn, code: FlowFn) -> NativeClass {
        self.add(name, Binding::Method, BuiltinCode::Quick(quick, code))
    }

    /// A method that gives a coroutine; `quick`: what awaiting that comes to, where nothing is to be waited for.
    pub fn coroutine(self, name: &str, quick: QuickFn, code: CoroutineFn) -> NativeClass {
        self.add(name, Binding::Method, BuiltinCode::Awaited(quick, code))
    }

    /// A class method; the class is the first argument.
    pub fn class_method(self, name: &str, code: FlowFn) -> NativeClass {
        self.add(name, Binding::ClassMethod, BuiltinCode::Flow(code))
    }

    /// A static method.
    pub fn static_method(self, name: &str, code: FlowFn) -> NativeClass {
        self.add(name, Binding::Function, BuiltinCode::Flow(code))
    }

    /// A method with captured state.
    pub fn closure(self, name: &str, code: impl Fn(&mut dyn Interp, Args) -> PyResult<Flow> + 'static) -> NativeClass {
        self.add(name, Binding::Method, BuiltinCode::Closure(Rc::new(code)))
    }

    /// `__new__`, whose first argument is the class: this one, or one derived from it.
    pub fn new_method(self, code: FlowFn) -> NativeClass {
        let owner = Rc::downgrade(&self.class);
        let checked = move |i: &mut dyn Interp, args: Args| {
            if let Some(owner) = owner.upgrade() {
                check_new(&owner, args.positional_values().first())?;
            }
            code(i, args)
        };
        self.add("__new__", Binding::Function, BuiltinCode::Closure(Rc::new(checked)))
    }

    /// A read-only computed attribute.
    pub fn getter(self, name: &str, get: GetFn) -> NativeClass {
        self.attribute(name, get, None)
    }

    /// As [`NativeClass::getter`], of what is a field of C's structure in CPython (`PyMemberDef`).
    pub fn member(self, name: &str, get: GetFn) -> NativeClass {
        self.descriptor(&types().member_descriptor, name, get, None, [false, false])
    }

    /// A computed attribute that can be set.
    pub fn property(self, name: &str, get: GetFn, set: SetFn) -> NativeClass {
        self.attribute(name, get, Some(set))
    }

    /// As [`NativeClass::property`], of what looks at the stack.
    pub fn of_stack(self, name: &str, get: GetFn, set: Option<SetFn>) -> NativeClass {
        self.descriptor(&types().getset_descriptor, name, get, set, [true, false])
    }

    /// An attribute that instances have as if `__init__` had set it; where `get` gives `Unset`, they do not have it yet.
    pub fn field(self, name: &str, get: GetFn, set: Option<SetFn>) -> NativeClass {
        self.descriptor(&types().getset_descriptor, name, get, set, [false, true])
    }

    fn attribute(self, name: &str, get: GetFn, set: Option<SetFn>) -> NativeClass {
        self.descriptor(&types().getset_descriptor, name, get, set, [false, false])
    }

    fn descriptor(
        self,
        kind: &Rc<Class>,
        name: &str,
        get: GetFn,
        set: Option<SetFn>,
        [on_stack, field]: [bool; 2],
    ) -> NativeClass {
        let symbol = Symbol::new(name);
        let descriptor =
            GetSet { name: symbol, owner: self.name.clone(), get, set, on_stack, field, class: Weak::new() };
        let value = Object::with_native(kind.clone(), descriptor);
        self.class.set(symbol, value);
        self
    }

    /// A class attribute.
    pub fn constant(self, name: &str, value: impl Into<Value>) -> NativeClass {
        self.class.set(Symbol::new(name), value.into());
        self
    }

    /// Instances carry nothing: it can be a base beside classes whose instances do.
    pub fn shared_layout(self) -> NativeClass {
        self.class.clear_flag(class_flag::LAYOUT);
        self
    }

    /// It can be a base beside others that can.
    pub fn mixes(self) -> NativeClass {
        self.class.set_flag(class_flag::MIXES);
        self
    }

    /// Its own instances have no `__dict__`.
    pub fn without_dict(self) -> NativeClass {
        self.class.set_flag(class_flag::NO_DICT);
        self
    }

    /// Instances have attributes of their own, but no `__dict__` that shows them.
    pub fn with_unseen_dict(self) -> NativeClass {
        self.class.set_flag(class_flag::UNSEEN_DICT);
        self
    }

    /// Programs see nothing of it among a class's bases.
    pub fn unseen(self) -> NativeClass {
        self.class.set_flag(class_flag::UNSEEN);
        self
    }

    /// The program cannot subclass it.
    pub fn sealed(self) -> NativeClass {
        self.class.set_flag(class_flag::FINAL);
        self
    }

    pub fn finish(self) -> Rc<Class> {
        if self.class.flag(class_flag::EXTENSION) {
            define_new(&self.class);
        }
        self.class
    }
}

/// The native payload of a method's receiver; TypeError in CPython's words if it is of another class.
pub fn receiver<'a, T: Native>(value: &'a Value, class: &str, method: &str) -> PyResult<&'a T> {
    match value.native::<T>() {
        Some(native) => Ok(native),
        None => Err(wrong_receiver(value, class, method)),
    }
}

/// TypeError for a method without arguments, C in CPython, that was given some.
#[inline]
pub fn alone(args: &Args, method: &str) -> PyResult<()> {
    if args.values.len() == 1 { Ok(()) } else { Err(not_alone(args, method, false)) }
}

/// As [`alone`], of a method that is Python in CPython.
#[inline]
pub fn alone_in_python(args: &Args, method: &str) -> PyResult<()> {
    if args.values.len() == 1 { Ok(()) } else { Err(not_alone(args, method, true)) }
}

#[cold]
#[inline(never)]
fn not_alone(args: &Args, method: &str, in_python: bool) -> Exc {
    let mut args = args.clone();
    let refused = match in_python {
        true => args.bind::<1>(method, &["self"], 1).map(drop),
        false => {
            args.take_first();
            args.exactly::<0>(method).map(drop)
        }
    };
    refused.err().unwrap_or_else(|| type_error(format!("{method}() needs an argument")))
}

/// TypeError: a method that was called on something else than its class's instances.
#[cold]
#[inline(never)]
pub fn wrong_receiver(value: &Value, class: &str, method: &str) -> Exc {
    let given = type_name(value);
    type_error(match names_slot(class, method) {
        true => format!("descriptor '{method}' requires a '{class}' object but received a '{given}'"),
        false => format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{given}' object"),
    })
}
