//! Exceptions as values: what an exception instance carries, tracebacks, and how native code raises.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::attrs::AttrMap;
use super::class::Class;
use super::containers::Tuple;
use super::frame::FrameObject;
use super::gc;
use super::header::Header;
use super::object::{Object, Payload};
use super::types::types;
use super::value::Value;

/// A raised exception. One pointer, so that a `PyResult<Value>` is no larger than a value.
#[derive(Clone)]
pub struct Exc(pub Rc<Object>);

/// The result of anything that can raise.
pub type PyResult<T = Value> = Result<T, Exc>;

/// What an instance of BaseException carries. It goes in this order, as `BaseException_clear` and those of its
/// subclasses let it go.
pub struct ExceptionData {
    /// Members of particular classes that are no attributes of the instance's dict: `value` of StopIteration,
    /// `errno`, `exceptions` of a group, `name` and `obj` of AttributeError, …
    pub members: RefCell<AttrMap>,
    pub args: RefCell<Rc<Tuple>>,
    pub traceback: RefCell<Option<Rc<Traceback>>>,
    pub cause: RefCell<Option<Exc>>,
    pub context: RefCell<Option<Exc>>,
    pub suppress_context: Cell<bool>,
}

/// One frame that an exception has passed through, outermost first.
pub struct Traceback {
    pub header: Header,
    pub frame: Rc<FrameObject>,
    /// The instruction, for the position; the line is that of the position unless set otherwise.
    pub pc: usize,
    pub line: u32,
    pub next: RefCell<Option<Rc<Traceback>>>,
}

impl Drop for Traceback {
    /// The innermost frames go first, as in CPython; a chain of many goes without recursion.
    fn drop(&mut self) {
        let mut inner: Vec<Traceback> = Vec::new();
        let mut next = self.next.take();
        while let Some(traceback) = next.and_then(Rc::into_inner) {
            next = traceback.next.take();
            inner.push(traceback);
        }
        while inner.pop().is_some() {}
    }
}

impl ExceptionData {
    pub fn new(args: Vec<Value>) -> ExceptionData {
        ExceptionData {
            args: RefCell::new(Tuple::new(args)),
            traceback: RefCell::new(None),
            context: RefCell::new(None),
            cause: RefCell::new(None),
            suppress_context: Cell::new(false),
            members: RefCell::default(),
        }
    }
}

impl Exc {
    /// An exception of `class` with these arguments.
    pub fn new(class: &Rc<Class>, args: Vec<Value>) -> Exc {
        Exc(Object::new(class.clone(), Payload::Exception(Box::new(ExceptionData::new(args)))))
    }

    /// An exception of `class` with one message.
    pub fn message(class: &Rc<Class>, text: impl Into<Value>) -> Exc {
        Exc::new(class, vec![text.into()])
    }

    /// The exception that a value is, if it is one.
    pub fn from_value(value: &Value) -> Option<Exc> {
        value.as_object().filter(|o| o.exception().is_some()).map(|o| Exc(o.clone()))
    }

    pub fn value(&self) -> Value {
        Value::Object(self.0.clone())
    }

    pub fn data(&self) -> &ExceptionData {
        self.0.exception().expect("an Exc is made of exception instances only")
    }

    pub fn class(&self) -> Rc<Class> {
        self.0.class()
    }

    /// Whether an `except class` clause catches it.
    pub fn is_a(&self, class: &Class) -> bool {
        self.0.with_class(|c| c.is_subclass_of(class))
    }

    pub fn is_same(&self, other: &Exc) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// `raise self from cause`.
    pub fn with_cause(self, cause: Option<Exc>) -> Exc {
        gc::register(&self.0);
        self.data().cause.replace(cause);
        self.data().suppress_context.set(true);
        self
    }

    /// The first argument, or None.
    pub fn first_arg(&self) -> Value {
        self.data().args.borrow().items.first().cloned().unwrap_or(Value::None)
    }

    /// The value that a StopIteration carries.
    pub fn stop_value(&self) -> Value {
        let value = self.data().members.borrow().get(super::symbol::known::VALUE).cloned();
        value.unwrap_or_else(|| self.first_arg())
    }

    /// Whether it was raised, by way of others or not, while `other` was being handled.
    pub fn follows(&self, other: &Exc) -> bool {
        let mut link = self.data().context.borrow().clone();
        while let Some(context) = link {
            if context.is_same(other) {
                return true;
            }
            if context.is_same(self) {
                return false;
            }
            link = context.data().context.borrow().clone();
        }
        false
    }

    /// Sets `__context__` as raising in a handler of `handled` does, without making a circle
    /// (Python/errors.c `_PyErr_SetObject`).
    pub fn set_context(&self, handled: &Exc) {
        if self.is_same(handled) {
            return;
        }
        let mut link = handled.clone();
        // Floyd's tortoise: the program may have made a circle by hand.
        let (mut slow, mut far) = (handled.clone(), false);
        loop {
            let next = link.data().context.borrow().clone();
            match next {
                Some(context) if context.is_same(self) => {
                    link.data().context.replace(None);
                    break;
                }
                Some(context) if context.is_same(&slow) => break,
                Some(context) => link = context,
                None => break,
            }
            far = !far;
            let next = if far { None } else { slow.data().context.borrow().clone() };
            slow = next.unwrap_or(slow);
        }
        gc::register(&self.0);
        self.data().context.replace(Some(handled.clone()));
    }
}

macro_rules! raisers {
    ($($name:ident $class:ident,)*) => {$(
        /// An exception of the class that the name says, with this message.
        #[cold]
        pub fn $name(text: impl Into<Value>) -> Exc {
            Exc::message(&types().$class, text)
        }
    )*};
}

raisers! {
    type_error type_error, value_error value_error, runtime_error runtime_error, attribute_error attribute_error,
    name_error name_error, index_error index_error, overflow_error overflow_error, assertion_error assertion_error,
    zero_division_error zero_division_error, recursion_error recursion_error, unbound_local_error unbound_local_error,
    import_error import_error, memory_error memory_error, system_error system_error, lookup_error lookup_error,
    not_implemented_error not_implemented_error, buffer_error buffer_error,
}

/// KeyError(key).
#[cold]
pub fn key_error(key: Value) -> Exc {
    Exc::new(&types().key_error, vec![key])
}

/// StopIteration, with a value unless it is None.
#[cold]
pub fn stop_iteration(value: Value) -> Exc {
    let args = if value.is_none() { vec![] } else { vec![value.clone()] };
    let exc = Exc::new(&types().stop_iteration, args);
    exc.data().members.borrow_mut().set(super::symbol::known::VALUE, value);
    exc
}
