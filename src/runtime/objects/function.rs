//! Functions: Python functions, native ones, and methods bound to a receiver.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};

use super::args::Args;
use super::attrs::{AttrMap, HasAttrs, Namespace};
use super::class::Class;
use super::containers::{Dict, Tuple};
use super::exception::PyResult;
use super::finalizer;
use super::frame::Frame as PythonFrame;
use super::function_code::FunctionCode;
use super::generator::{Generator, NativeCoroutine, Resume};
use super::header::Header;
use super::interp::Interp;
use super::look::look;
use super::naming::Naming;
use super::symbol::{Symbol, known};
use super::then::{CallThen, Then};
use super::types::type_of;
use super::value::Value;
use super::weak::WeakSlot;
use crate::bytecode::CodeFlags;

/// A function written in Python.
pub struct Function {
    pub header: Header,
    pub code: FunctionCode,
    pub globals: Rc<Namespace>,
    pub naming: Naming,
    pub defaults: RefCell<Option<Rc<Tuple>>>,
    pub kwdefaults: RefCell<Option<Rc<Dict>>>,
    /// Cells of the enclosing functions, as many as the code has free variables.
    pub closure: Option<Rc<Tuple>>,
    /// The program's attributes.
    pub attrs: RefCell<AttrMap>,
    /// `__annotations__`, `__type_params__`; `__module__` and `__doc__` if they are not those of globals and code.
    pub members: RefCell<AttrMap>,
    pub weakrefs: WeakSlot,
}

impl Function {
    /// What the shortcut of its code answers to these positional arguments, if there is one that knows them.
    #[inline]
    pub fn answer(&self, interp: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
        let shortcut = self.code.shortcut.get()?;
        if args.len() > self.code.code.params.positional as usize && !self.code.has(CodeFlags::VARARGS) {
            return None;
        }
        shortcut(interp, args)
    }
}

impl HasAttrs for Function {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.attrs
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        if look(&self.attrs).is_empty() && look(&self.members).is_empty() {
            return;
        }
        let own = self.attrs.borrow_mut().take();
        finalizer::release_all(own.into_iter().chain(self.members.borrow_mut().take()).map(|(_, v)| v));
    }
}

/// A native computation that may call Python, wait, or yield: a Rust `async` block over a [`super::cx::Cx`].
pub type NativeFuture = Pin<Box<dyn Future<Output = PyResult>>>;

/// How a native goes on: what an operation on any object comes to.
/// A caller that can leave its frame pushes one ([`Flow::Call`], [`Flow::Frame`]); one that cannot runs it nested
/// ([`Interp::finish`]); native async code awaits it (`Cx::finish`).
pub enum Flow {
    Done(Value),
    /// The result is that of this call.
    Call(Box<(Value, Args)>),
    /// The result is that of this native frame.
    Frame(NativeFuture),
    /// The result is what this frame of a Python function comes to, whose arguments are in place.
    Enter(Box<PythonFrame>),
    /// The result is what becomes of that of a call.
    Then(Box<CallThen>),
    /// The result is what a generator yields that is resumed.
    Resume(Box<Resuming>),
}

/// A generator that a call resumes.
pub struct Resuming {
    pub generator: Rc<Generator>,
    pub with: Resume,
    /// What the result is where it ends (`next(g, default)`); else that is StopIteration.
    pub default: Option<Box<Value>>,
    /// What becomes of the result. There is no default then.
    pub then: Option<Box<dyn Then>>,
}

impl Flow {
    pub fn call(callable: Value, args: Args) -> Flow {
        Flow::Call(Box::new((callable, args)))
    }

    /// A call of any callable: of most Python functions their frame.
    pub fn of_call(i: &mut dyn Interp, callable: &Value, mut args: Args) -> Flow {
        if let Value::Function(function) = callable
            && args.names.is_none()
            && let Some(frame) = i.frame_of_call(function, None, &mut args.values)
        {
            return Flow::Enter(frame);
        }
        Flow::call(callable.clone(), args)
    }

    /// As [`Flow::of_call`], of a few positional arguments.
    pub fn of_positional<const N: usize>(i: &mut dyn Interp, callable: &Value, mut args: [Value; N]) -> Flow {
        if let Value::Function(function) = callable
            && let Some(frame) = i.frame_of_call(function, None, &mut args)
        {
            return Flow::Enter(frame);
        }
        Flow::call(callable.clone(), args.into())
    }

    pub fn resume(generator: Rc<Generator>, with: Resume) -> Flow {
        Flow::Resume(Box::new(Resuming { generator, with, default: None, then: None }))
    }

    pub fn frame(future: impl Future<Output = PyResult> + 'static) -> Flow {
        Flow::Frame(Box::pin(future))
    }
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Done(value)
    }
}

pub type SyncFn = fn(&mut dyn Interp, Args) -> PyResult;
pub type FlowFn = fn(&mut dyn Interp, Args) -> PyResult<Flow>;
/// A native function's way for a few positional arguments that it knows, lent where they stand. It neither runs Python
/// nor looks at the stack. `None`: the general way must look; nothing has happened.
pub type QuickFn = fn(&mut dyn Interp, &mut [Value]) -> Option<Value>;
/// A native function that gives a coroutine. It does not look at the stack.
pub type CoroutineFn = fn(&mut dyn Interp, Args) -> PyResult<NativeCoroutine>;
pub type ClosureFn = dyn Fn(&mut dyn Interp, Args) -> PyResult<Flow>;

/// The code of a native function.
#[derive(Clone)]
pub enum BuiltinCode {
    /// Never leaves Rust; may call Python nested where DESIGN allows it (hash, eq, repr inside a container).
    Sync(SyncFn),
    /// May end in a call or a native frame.
    Flow(FlowFn),
    /// As Flow, with captured state.
    Closure(Rc<ClosureFn>),
    /// As Flow, with a quick way.
    Quick(QuickFn, FlowFn),
    /// What gives a coroutine, with what awaiting it comes to where that is known at once.
    Awaited(QuickFn, CoroutineFn),
    /// As Awaited, of what yields None once before it comes to that.
    Yielding(QuickFn, CoroutineFn),
    /// A function of a float, quick where the result is finite, and the general way.
    Float(fn(f64) -> f64, Rc<ClosureFn>),
    /// A function of the library's text that is native in CPython.
    Text(Rc<Function>),
    /// As Text, of a method as its class shows it: it refuses what is no instance of that class, as C's do.
    Shown(Weak<Class>, Rc<Function>),
    /// `__new__` of a class whose instances its `make` makes.
    New(Weak<Class>),
    /// A slot that a class has as a base of its has it, for its own instances.
    Inherited(Weak<Class>, Rc<Builtin>),
}

/// How a native function behaves as an attribute of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// A plain function of a module, or a static method: nothing is bound.
    Function,
    /// A method: the instance becomes the first argument.
    Method,
    /// A class method: the class becomes the first argument.
    ClassMethod,
}

/// A function written in Rust.
pub struct Builtin {
    pub header: Header,
    pub name: Rc<str>,
    /// The class that it is a method of, by name, or the module: for reprs, messages and `__qualname__`.
    pub owner: Rc<str>,
    pub binding: Binding,
    /// The module where CPython has it, if it is Python there: a function of asyncio, or a method of one of its classes.
    pub python: Option<Symbol>,
    /// As many arguments as it takes at most, where its name says so (`native_function::most_arguments`).
    most: u8,
    pub code: BuiltinCode,
}

impl Drop for Builtin {
    fn drop(&mut self) {
        self.header.tell();
    }
}

impl Builtin {
    pub fn new(name: &str, owner: &str, binding: Binding, code: BuiltinCode) -> Value {
        let owner = Symbol::new(owner);
        let shown = owner.text();
        let python = shown.starts_with("asyncio.").then_some(owner);
        Builtin::of(Symbol::new(name).text(), shown, binding, python, code)
    }

    pub fn of(name: Rc<str>, owner: Rc<str>, binding: Binding, python: Option<Symbol>, code: BuiltinCode) -> Value {
        let most = match (binding, &code) {
            (Binding::Method, BuiltinCode::Text(_)) => u8::MAX,
            (Binding::Method, _) => super::native_function::most_arguments(&name, &owner, python.is_some()),
            _ => u8::MAX,
        };
        Value::Builtin(Rc::new(Builtin { header: Header::default(), name, owner, binding, python, most, code }))
    }

    /// A module's function.
    pub fn function(name: &str, module: &str, code: FlowFn) -> Value {
        Builtin::new(name, module, Binding::Function, BuiltinCode::Flow(code))
    }

    /// A module's function that never leaves Rust.
    pub fn sync(name: &str, module: &str, code: SyncFn) -> Value {
        Builtin::new(name, module, Binding::Function, BuiltinCode::Sync(code))
    }

    /// A module's function with a quick way.
    pub fn quick(name: &str, module: &str, quick: QuickFn, code: FlowFn) -> Value {
        Builtin::new(name, module, Binding::Function, BuiltinCode::Quick(quick, code))
    }

    /// The result for arguments that the function's quick way knows.
    #[inline]
    pub fn answer(&self, interp: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
        match &self.code {
            BuiltinCode::Quick(quick, _) => quick(interp, args),
            BuiltinCode::Float(function, _) => match args {
                [Value::Float(x)] => Some(function(*x)).filter(|y| y.is_finite()).map(Value::Float),
                _ => None,
            },
            BuiltinCode::Text(function) => function.answer(interp, args),
            BuiltinCode::Shown(class, function) if super::native_function::accepts(class, args.first()?) => {
                function.answer(interp, args)
            }
            _ => None,
        }
    }

    /// What awaiting the coroutine of a call comes to, if it need not be made for that.
    #[inline]
    pub fn awaited(&self, interp: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
        match &self.code {
            BuiltinCode::Awaited(quick, _) | BuiltinCode::Yielding(quick, _) => quick(interp, args),
            _ => None,
        }
    }

    /// A function with captured state, never bound.
    pub fn closure(name: &str, code: impl Fn(&mut dyn Interp, Args) -> PyResult<Flow> + 'static) -> Value {
        Builtin::new(name, "", Binding::Function, BuiltinCode::Closure(Rc::new(code)))
    }

    /// Whether the instance becomes the first argument, where its class holds this: of methods, and of the module functions
    /// that are Python in CPython.
    #[inline]
    pub fn binds(&self) -> bool {
        match self.binding {
            Binding::Method => true,
            Binding::Function => self.python.is_some_and(|module| *module.text() == *self.owner),
            Binding::ClassMethod => false,
        }
    }

    /// The base's, of a slot that a class has from there.
    pub fn source(&self) -> &Builtin {
        match &self.code {
            BuiltinCode::Inherited(_, base) => base,
            _ => self,
        }
    }

    #[inline]
    pub fn invoke(&self, interp: &mut dyn Interp, args: Args) -> PyResult<Flow> {
        if self.binding != Binding::Function && args.positional_count() == 0 {
            return super::native_function::without_receiver(interp, self, args);
        }
        if args.values.len() > self.most.into() && self.most != u8::MAX {
            return Err(super::native_function::too_many(self, args));
        }
        if self.binding == Binding::ClassMethod {
            super::native_function::check_class(self, &args.values[0])?;
        }
        match &self.code {
            BuiltinCode::Sync(f) => f(interp, args).map(Flow::Done),
            BuiltinCode::Flow(f) => f(interp, args),
            BuiltinCode::Closure(f) | BuiltinCode::Float(_, f) => f.clone()(interp, args),
            BuiltinCode::Quick(_, f) => f(interp, args),
            BuiltinCode::Awaited(_, f) | BuiltinCode::Yielding(_, f) => Ok(f(interp, args)?.made(interp).into()),
            BuiltinCode::Text(f) => Ok(Flow::call(Value::Function(f.clone()), args)),
            BuiltinCode::Shown(class, f) => super::native_function::shown_method(self, class, f, args),
            BuiltinCode::New(class) => super::instantiate::native_new(interp, class, args),
            BuiltinCode::Inherited(class, base) => super::native_function::inherited(self, class, base, interp, args),
        }
    }
}

/// A callable bound to its first argument.
pub struct Method {
    pub header: Header,
    pub function: Value,
    pub receiver: Value,
}

impl Method {
    pub fn new(function: Value, receiver: Value) -> Value {
        Value::Method(Rc::new(Method { header: Header::default(), function, receiver }))
    }
}

impl Drop for Method {
    fn drop(&mut self) {
        self.header.tell();
        finalizer::release(self.receiver.take());
    }
}

/// Whether a value can be called.
pub fn is_callable(value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Builtin(_) | Value::Method(_) | Value::Type(_) => true,
        other => type_of(other).lookup(known::CALL).is_some(),
    }
}
