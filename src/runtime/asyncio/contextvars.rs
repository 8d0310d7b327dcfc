//! Contexts and context variables (PEP 567, Python/context.c).

use crate::trace::sorted::SortedMap;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::state::{Asyncio, asyncio};
use crate::objects::class::Class;
use crate::objects::containers::List;
use crate::objects::exception::{Exc, PyResult, key_error, lookup_error, runtime_error, type_error, value_error};
use crate::objects::iter::{Iter, IterKind};
use crate::objects::native_class::{self, NativeClass, receiver};
use crate::objects::object::Native;
use crate::objects::symbol::known;
use crate::objects::{Args, Flow, Interp, Object, Value, ops, type_name, types};
use crate::trace::ThreadId;

/// Values of context variables, by the variables' numbers; the variables themselves beside them.
type Vars = SortedMap<u32, (Value, Value)>;

/// A context. Copying one shares the values until either changes.
#[derive(Default)]
pub struct Context {
    vars: RefCell<Rc<Vars>>,
    pub(super) entered: Cell<bool>,
    /// The object that the program sees, while it lives.
    object: RefCell<Weak<Object>>,
    /// What a program has given in place of one: its `run` is called.
    pub(super) stand_in: Option<Value>,
}

/// The current context of each thread.
#[derive(Default)]
pub struct Contexts {
    thread: ThreadId,
    current: Rc<Context>,
    others: SortedMap<ThreadId, Rc<Context>>,
}

impl Contexts {
    fn of(&mut self, thread: ThreadId) -> &mut Rc<Context> {
        if thread != self.thread {
            let new = self.others.remove(&thread).unwrap_or_default();
            let old = std::mem::replace(&mut self.current, new);
            if self.thread.is_some() {
                self.others.insert(self.thread, old);
            }
            self.thread = thread;
        }
        &mut self.current
    }
}

impl Context {
    /// Whether it is none, but something of the program's that stands for one.
    pub fn has_stand_in(&self) -> bool {
        self.stand_in.is_some()
    }

    /// `contextvars.copy_context()` of this one.
    pub fn copy(&self) -> Rc<Context> {
        Rc::new(Context { vars: self.vars.clone(), entered: Cell::default(), ..Context::default() })
    }
}

impl Asyncio {
    /// The context of the running thread.
    pub fn context(&self) -> Rc<Context> {
        self.contexts.borrow_mut().of(self.machine.current()).clone()
    }

    /// Makes `context` current in the running thread; gives the one before. What stands for one changes nothing.
    #[inline]
    pub fn swap_context(&self, context: Rc<Context>) -> Rc<Context> {
        if context.stand_in.is_some() {
            return self.context();
        }
        std::mem::replace(self.contexts.borrow_mut().of(self.machine.current()), context)
    }

    /// `contextvars.copy_context()`
    pub fn copy_context(&self) -> Rc<Context> {
        self.contexts.borrow_mut().of(self.machine.current()).copy()
    }

    /// The context as the program's object; always the same one while somebody holds it.
    pub fn context_object(&self, context: &Rc<Context>) -> Value {
        if let Some(given) = &context.stand_in {
            return given.clone();
        }
        if let Some(object) = context.object.borrow().upgrade() {
            return Value::Object(object);
        }
        let made = Object::with_native(self.classes.context.clone(), ContextObject(context.clone()));
        if let Value::Object(object) = &made {
            context.object.replace(Rc::downgrade(object));
        }
        made
    }
}

/// The payload of a `contextvars.Context`.
pub struct ContextObject(pub Rc<Context>);

impl Native for ContextObject {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        // A copy of the context shares them, and the thread or a task the context: then they are not its own.
        let vars = self.0.vars.borrow();
        if Rc::strong_count(&self.0) == 1 && Rc::strong_count(&vars) == 1 {
            vars.values().for_each(|(_, value)| visit(value));
        }
    }
}

/// The payload of a `contextvars.ContextVar`.
pub struct ContextVar {
    number: u32,
    name: Value,
    default: Value,
}

impl Native for ContextVar {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.default);
    }

    /// Variables keep their numbers: those that the child makes come after them.
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let default = if self.default.is_unset() { Value::Unset } else { copy(&self.default) };
        Some(Box::new(ContextVar { number: self.number, name: self.name.clone(), default }))
    }
}

/// What a thread leaves to a process that it forks off: its context's variables with their values.
#[derive(Clone, Default)]
pub struct Inheritance {
    last_number: u32,
    vars: Vec<(Value, Value)>,
}

impl Inheritance {
    /// What the running thread leaves.
    pub fn of(i: &mut dyn Interp) -> Inheritance {
        let last_number = i.states().get_or(|| VarNumbers(0)).0;
        let Some(state) = i.states().find::<Rc<Asyncio>>().cloned() else {
            return Inheritance { last_number, vars: Vec::new() };
        };
        let context = state.context();
        let vars = context.vars.borrow().values().cloned().collect();
        Inheritance { last_number, vars }
    }

    /// The variables that the process makes have other numbers than these.
    pub fn begin(&self, i: &mut dyn Interp) {
        i.states().get_or(|| VarNumbers(0)).0 = self.last_number;
    }

    /// The copies that the process has of it.
    pub fn copied(&self, mut copy: impl FnMut(&Value) -> Value) -> Inheritance {
        let vars = self.vars.iter().map(|(var, value)| (copy(var), copy(value))).collect();
        Inheritance { last_number: self.last_number, vars }
    }

    /// It is the context of the process's first thread.
    pub fn settle(self, i: &mut dyn Interp, thread: ThreadId) {
        if self.vars.is_empty() {
            return;
        }
        let numbered = self.vars.into_iter().filter_map(|(var, value)| {
            let number = var.native::<ContextVar>()?.number;
            Some((number, (var, value)))
        });
        let mut vars = Vars::default();
        for (number, pair) in numbered {
            vars.insert(number, pair);
        }
        let context = Context { vars: RefCell::new(Rc::new(vars)), ..Context::default() };
        asyncio(i).contexts.borrow_mut().others.insert(thread, Rc::new(context));
    }
}

/// The payload of a `contextvars.Token`.
struct Token {
    context: Rc<Context>,
    var: Value,
    /// `Unset`: the variable had no value.
    old: Value,
    used: Cell<bool>,
}

impl Native for Token {}

/// What the variables hold in the running thread's context.
pub fn values_of_thread(i: &mut dyn Interp) -> Vec<Value> {
    let Some(state) = i.states().find::<Rc<Asyncio>>().cloned() else { return Vec::new() };
    let context = state.context();
    context.vars.borrow().values().map(|(_, value)| value.clone()).collect()
}

/// The context that an argument is; TypeError if it is none.
pub fn context_of(value: &Value) -> PyResult<Rc<Context>> {
    match value.native::<ContextObject>() {
        Some(context) => Ok(context.0.clone()),
        None => Err(type_error(format!("a Context is required (got type {})", type_name(value)))),
    }
}

/// `context=` of a call: None or absent gives none.
pub fn context_argument(value: &Value) -> PyResult<Option<Rc<Context>>> {
    if value.is_none() || value.is_unset() { Ok(None) } else { context_of(value).map(Some) }
}

/// `context=` of what is to be called by a loop: whatever it is, its `run` is asked for then.
pub fn context_for_call(value: &Value) -> Option<Rc<Context>> {
    context_argument(value)
        .unwrap_or_else(|_| Some(Rc::new(Context { stand_in: Some(value.clone()), ..Context::default() })))
}

pub fn context_class() -> Rc<Class> {
    let make = |i: &mut dyn Interp, _: &Rc<Class>, args: &Args| {
        if !args.values.is_empty() {
            return Err(type_error("Context() does not accept any arguments"));
        }
        Ok(asyncio(i).context_object(&Rc::default()))
    };
    NativeClass::new("Context", "_contextvars", &[], make)
        .sealed()
        .without_dict()
        .method("run", super::context_run::run)
        .sync("copy", |i, args| {
            native_class::alone(&args, "Context.copy")?;
            let context = context_of(&args.values[0])?.copy();
            Ok(asyncio(i).context_object(&context))
        })
        .sync("get", |i, args| {
            let mut args = args;
            let this = args.take_receiver();
            let [var, default] = args.between::<2>("get", 1)?;
            let found = lookup(i, &this, &var)?;
            Ok(found.or(default.some()).unwrap_or(Value::None))
        })
        .sync("keys", |_, args| {
            native_class::alone(&args, "Context.keys")?;
            keys(&args.values[0])
        })
        .sync("values", |_, args| {
            native_class::alone(&args, "Context.values")?;
            listing(&args.values[0], &types().context_values, |_, value| value.clone())
        })
        .sync("items", |_, args| {
            native_class::alone(&args, "Context.items")?;
            listing(&args.values[0], &types().context_items, |var, value| {
                Value::tuple(vec![var.clone(), value.clone()])
            })
        })
        .sync("__eq__", |i, args| {
            let [this, other] = args.exactly::<2>("__eq__")?;
            let Ok(other) = context_of(&other) else { return Ok(Value::NotImplemented) };
            same_values(i, &*context_of(&this)?, &other).map(Value::Bool)
        })
        .constant("__hash__", Value::None)
        .sync("__iter__", |_, args| keys(&args.values[0]))
        .sync("__len__", |_, args| Ok(Value::from(context_of(&args.values[0])?.vars.borrow().len())))
        .sync("__contains__", |i, args| {
            let [this, var] = args.exactly::<2>("__contains__")?;
            Ok(Value::Bool(lookup(i, &this, &var)?.is_some()))
        })
        .sync("__getitem__", |i, args| {
            let [this, var] = args.exactly::<2>("__getitem__")?;
            lookup(i, &this, &var)?.ok_or_else(|| key_error(var))
        })
        .finish()
}

/// An iterator of `class` over what `pick` takes of each variable and its value.
fn listing(this: &Value, class: &Rc<Class>, pick: impl Fn(&Value, &Value) -> Value) -> PyResult {
    let context = context_of(this)?;
    let list = List::new(context.vars.borrow().values().map(|(var, value)| pick(var, value)).collect());
    Ok(Iter::new(class.clone(), IterKind::List { list, index: Cell::new(0) }))
}

fn keys(this: &Value) -> PyResult {
    listing(this, &types().context_keys, |var, _| var.clone())
}

/// Whether both have the same variables with equal values.
fn same_values(i: &mut dyn Interp, one: &Context, other: &Context) -> PyResult<bool> {
    let (one, other) = (one.vars.borrow().clone(), other.vars.borrow().clone());
    let mut same = one.len() == other.len();
    for ((var, value), (theirs, found)) in one.values().zip(other.values()) {
        same = same && var.is(theirs) && ops::equal(i, value, found)?;
    }
    Ok(same)
}

fn lookup(i: &mut dyn Interp, this: &Value, var: &Value) -> PyResult<Option<Value>> {
    let Some(var) = var.native::<ContextVar>() else {
        let shown = super::py::repr(i, var)?;
        return Err(type_error(format!("a ContextVar key was expected, got {shown}")));
    };
    Ok(context_of(this)?.vars.borrow().get(&var.number).map(|(_, value)| value.clone()))
}

struct VarNumbers(u32);

pub fn context_var_class() -> Rc<Class> {
    let make = |i: &mut dyn Interp, class: &Rc<Class>, args: &Args| {
        if args.positional_count() == 0 && !args.keywords().any(|(n, _)| &*n.text() == "name") {
            return Err(type_error("ContextVar() takes exactly 1 positional argument (0 given)"));
        }
        if args.positional_count() > 1 {
            let given = args.positional_count();
            let most = if given > 2 { "2 arguments" } else { "1 positional argument" };
            return Err(type_error(format!("ContextVar() takes at most {most} ({given} given)")));
        }
        let [name, default] = args.clone().bind::<2>("ContextVar", &["name", "/", "*", "default"], 1)?;
        if name.as_str().is_none() {
            return Err(type_error("context variable name must be a str"));
        }
        let numbers = i.states().get_or(|| VarNumbers(0));
        numbers.0 += 1;
        Ok(Object::with_native(class.clone(), ContextVar { number: numbers.0, name, default }))
    };
    NativeClass::new("ContextVar", "_contextvars", &[], make)
        .sealed()
        .without_dict()
        .sync("get", |i, args| {
            let mut args = args;
            let this = args.take_receiver();
            let [default] = args.between::<1>("get", 0)?;
            let var = receiver::<ContextVar>(&this, "ContextVar", "get")?;
            let context = asyncio(i).context();
            let found = context.vars.borrow().get(&var.number).map(|(_, value)| value.clone());
            found
                .or(default.some())
                .or(var.default.clone().some())
                .ok_or_else(|| Exc::new(&types().lookup_error, vec![this.clone()]))
        })
        .sync("set", |i, args| {
            let mut args = args;
            let this = args.take_receiver();
            let [value] = args.exactly::<1>("ContextVar.set")?;
            let number = receiver::<ContextVar>(&this, "ContextVar", "set")?.number;
            let state = asyncio(i);
            let context = state.context();
            let old = Rc::make_mut(&mut *context.vars.borrow_mut()).insert(number, (this.clone(), value));
            let old = old.map(|(_, value)| value).unwrap_or_default();
            let token = Token { context, var: this, old, used: Cell::new(false) };
            Ok(Object::with_native(state.classes.token.clone(), token))
        })
        .sync("reset", reset)
        .member("name", |_, this| Ok(receiver::<ContextVar>(this, "ContextVar", "name")?.name.clone()))
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            let var = receiver::<ContextVar>(this, "ContextVar", "__repr__")?;
            let name = ops::repr_text(i, &var.name)?;
            let mut text = format!("<ContextVar name={}", name.text());
            if !var.default.is_unset() {
                text.push_str(&format!(" default={}", ops::repr_text(i, &var.default)?.text()));
            }
            text.push_str(&format!(" at {}>", address(this)));
            Ok(Flow::Done(text.into()))
        })
        .class_method("__class_getitem__", super::py::generic_alias)
        .finish()
}

/// A variable's value in the running thread's context.
pub fn current(i: &mut dyn Interp, var: &Value) -> Option<Value> {
    let number = var.native::<ContextVar>()?.number;
    let context = asyncio(i).context();
    let vars = context.vars.borrow();
    vars.get(&number).map(|(_, value)| value.clone())
}

fn reset(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [token_value] = args.exactly::<1>("ContextVar.reset")?;
    let var = receiver::<ContextVar>(&this, "ContextVar", "reset")?;
    let Some(token) = token_value.native::<Token>() else {
        let text = format!("expected an instance of Token, got {}", super::py::repr(i, &token_value)?);
        return Err(type_error(text));
    };
    let mut trouble =
        |text: &str| -> PyResult<Exc> { Ok(value_error(format!("{} {text}", super::py::repr(i, &token_value)?))) };
    if token.used.get() {
        let text = format!("{} has already been used once", super::py::repr(i, &token_value)?);
        return Err(runtime_error(text));
    }
    if !token.var.is(&this) {
        return Err(trouble("was created by a different ContextVar")?);
    }
    let context = asyncio(i).context();
    if !Rc::ptr_eq(&context, &token.context) {
        return Err(value_error(format!("{} was created in a different Context", super::py::repr(i, &token_value)?)));
    }
    token.used.set(true);
    let mut vars = context.vars.borrow_mut();
    let vars = Rc::make_mut(&mut vars);
    let _old = match token.old.clone().some() {
        Some(value) => vars.insert(var.number, (this.clone(), value)),
        None => vars.remove(&var.number),
    };
    Ok(Value::None)
}

pub fn token_class() -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, _: &Rc<Class>, _: &Args| Err(runtime_error("Tokens can only be created by ContextVars"));
    let missing = NativeClass::new("MISSING", "contextvars", &[], |_, _, _| Err(lookup_error("no instances")))
        .sync("__repr__", |_, _| Ok("<Token.MISSING>".into()))
        .finish();
    let missing = Object::with_native(missing, Missing);
    NativeClass::new("Token", "_contextvars", &[], make)
        .constant("__hash__", Value::None)
        .sealed()
        .without_dict()
        .constant("MISSING", missing)
        .getter("var", |_, this| Ok(receiver::<Token>(this, "Token", "var")?.var.clone()))
        .getter("old_value", |i, this| {
            let token = receiver::<Token>(this, "Token", "old_value")?;
            match token.old.clone().some() {
                Some(value) => Ok(value),
                None => super::py::get(i, this, "MISSING"),
            }
        })
        .sync("__repr__", |i, args| {
            let this = &args.values[0];
            let token = receiver::<Token>(this, "Token", "__repr__")?;
            let used = if token.used.get() { " used" } else { "" };
            let var = super::py::repr(i, &token.var)?;
            Ok(format!("<Token{used} var={var} at {}>", address(this)).into())
        })
        .class_method("__class_getitem__", super::py::generic_alias)
        .finish()
}

struct Missing;
impl Native for Missing {}

/// An object's address as default reprs show it.
fn address(value: &Value) -> String {
    value.as_object().map_or(String::new(), |o| format!("{:#x}", o.header.address()))
}

/// The module's `copy_context`.
pub fn copy_context(i: &mut dyn Interp, args: Args) -> PyResult {
    args.exactly::<0>("_contextvars.copy_context")?;
    let state = asyncio(i);
    let copy = state.copy_context();
    Ok(state.context_object(&copy))
}

/// Module `contextvars`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<crate::objects::module::Module>> {
    use crate::objects::Symbol;
    use crate::objects::function::Builtin;
    let state = asyncio(i);
    let module = crate::objects::module::Module::new("contextvars");
    let c = &state.classes;
    module.set(Symbol::new("Context"), Value::Type(c.context.clone()));
    module.set(Symbol::new("ContextVar"), Value::Type(c.context_var.clone()));
    module.set(Symbol::new("Token"), Value::Type(c.token.clone()));
    module.set(Symbol::new("copy_context"), Builtin::sync("copy_context", "_contextvars", copy_context));
    let all = ["Context", "ContextVar", "Token", "copy_context"].map(Value::from);
    module.set(known::ALL, Value::tuple(all.to_vec()));
    Ok(module)
}
