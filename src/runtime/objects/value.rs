//! `Value`: any Python object, in 16 bytes.

use std::rc::Rc;

use num_bigint::BigInt;

use super::attrs::Namespace;
use super::class::Class;
use super::code::CodeObject;
use super::containers::{Bytes, Cell, Complex, Dict, IntoItems, List, Range, Set, Slice, Tuple};
use super::function::{Builtin, Function, Method};
use super::generator::Generator;
use super::iter::Iter;
use super::module::Module;
use super::object::Object;
use super::string::Str;

/// A Python object. Small immutable ones are held inline; the others are counted references, so that finalizers run
/// when the last one goes. Instances of classes (the program's and the library's) are `Object`s; an exact built-in has
/// a variant of its own, an instance of a built-in's subclass is an `Object` that carries the built-in as its payload.
///
/// The tag is a whole word, so that a value that has just been written is read back without the processor having to
/// merge a byte with the stale rest of its word.
#[derive(Default)]
#[repr(u64)]
pub enum Value {
    /// No value: an empty slot or cell, an absent argument. Never seen by a program.
    #[default]
    Unset,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    /// An int beyond 64 bits; never one that fits.
    BigInt(Rc<BigInt>),
    Complex(Rc<Complex>),
    Str(Rc<Str>),
    Bytes(Rc<Bytes>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    /// set and frozenset.
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    Function(Rc<Function>),
    Builtin(Rc<Builtin>),
    Method(Rc<Method>),
    Type(Rc<Class>),
    Module(Rc<Module>),
    /// generator, coroutine and async generator.
    Generator(Rc<Generator>),
    /// The built-ins' iterators.
    Iter(Rc<Iter>),
    Cell(Rc<Cell>),
    Code(Rc<CodeObject>),
    /// Internal: the namespace of a class body under construction. Never seen by a program.
    Namespace(Rc<Namespace>),
    Object(Rc<Object>),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    #[inline(always)]
    pub fn is_unset(&self) -> bool {
        matches!(self, Value::Unset)
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// Whether the value is held in place: neither copying nor dropping it touches anything else.
    #[inline(always)]
    pub fn is_inline(&self) -> bool {
        use Value::*;
        matches!(self, Unset | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_))
    }

    /// As `clone`, numbers at once: for the instructions that copy registers.
    #[inline(always)]
    pub fn copy(&self) -> Value {
        match self {
            Value::Int(n) => Value::Int(*n),
            Value::Float(x) => Value::Float(*x),
            other => other.clone(),
        }
    }

    /// The one body of all ways to copy.
    #[inline(always)]
    fn duplicate(&self) -> Value {
        use Value::*;
        match self {
            Unset => Unset,
            None => None,
            NotImplemented => NotImplemented,
            Ellipsis => Ellipsis,
            Bool(b) => Bool(*b),
            Int(n) => Int(*n),
            Float(x) => Float(*x),
            BigInt(r) => BigInt(r.clone()),
            Complex(r) => Complex(r.clone()),
            Str(r) => Str(r.clone()),
            Bytes(r) => Bytes(r.clone()),
            Tuple(r) => Tuple(r.clone()),
            List(r) => List(r.clone()),
            Dict(r) => Dict(r.clone()),
            Set(r) => Set(r.clone()),
            Range(r) => Range(r.clone()),
            Slice(r) => Slice(r.clone()),
            Function(r) => Function(r.clone()),
            Builtin(r) => Builtin(r.clone()),
            Method(r) => Method(r.clone()),
            Type(r) => Type(r.clone()),
            Module(r) => Module(r.clone()),
            Generator(r) => Generator(r.clone()),
            Iter(r) => Iter(r.clone()),
            Cell(r) => Cell(r.clone()),
            Code(r) => Code(r.clone()),
            Namespace(r) => Namespace(r.clone()),
            Object(r) => Object(r.clone()),
        }
    }

    /// Writes a copy where nothing needs dropping. Not by way of a temporary: what is written to memory as a pointer
    /// and read back at once as a whole value stalls the processor.
    #[inline(never)]
    fn copy_into(&self, place: &mut Value) {
        place.set(self.duplicate());
    }

    /// Drops what is here; whether it was a counted reference (whose finalizer may wait now).
    #[inline(always)]
    pub fn make_room(&mut self) -> bool {
        let counted = !self.is_inline();
        if counted {
            self.empty();
        }
        counted
    }

    /// Writes a value where nothing needs dropping.
    #[inline(always)]
    pub fn set(&mut self, value: Value) {
        std::mem::forget(std::mem::replace(self, value));
    }

    /// Puts a value here; gives what [`Value::make_room`] does.
    #[inline(always)]
    pub fn put(&mut self, value: Value) -> bool {
        let counted = self.make_room();
        self.set(value);
        counted
    }

    /// As [`Value::put`], of a value made when there is room: it then goes there without a stop in memory.
    #[inline(always)]
    pub fn put_new(&mut self, make: impl FnOnce() -> Value) -> bool {
        let counted = self.make_room();
        self.set(make());
        counted
    }

    /// Puts a copy of a value here.
    #[inline(always)]
    pub fn assign(&mut self, value: &Value) -> bool {
        let counted = self.make_room();
        // Numbers are written directly: a copy through memory would wait for its own stores.
        match value {
            Value::Int(n) => self.set(Value::Int(*n)),
            Value::Float(x) => self.set(Value::Float(*x)),
            other => other.copy_into(self),
        }
        counted
    }

    /// Moves another place's value here.
    #[inline(always)]
    pub fn take_from(&mut self, other: &mut Value) -> bool {
        let counted = self.make_room();
        self.set(std::mem::take(other));
        counted
    }

    /// Drops the value here.
    #[inline(never)]
    pub fn empty(&mut self) {
        *self = Value::Unset;
    }

    /// The value, leaving the place empty.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// `None` for an empty slot.
    #[inline]
    pub fn some(self) -> Option<Value> {
        if self.is_unset() { None } else { Some(self) }
    }

    pub fn tuple(items: impl IntoItems) -> Value {
        Value::Tuple(Tuple::new(items))
    }

    /// A tuple of two, made where it stays.
    pub fn pair(first: Value, second: Value) -> Value {
        let items = super::containers::TupleItems::from_buf([first, second]);
        Value::Tuple(Rc::new(Tuple { header: Default::default(), items }))
    }

    pub fn list(items: Vec<Value>) -> Value {
        Value::List(List::new(items))
    }

    pub fn bytes(data: impl Into<Box<[u8]>>) -> Value {
        Value::Bytes(Rc::new(Bytes { header: Default::default(), data: data.into() }))
    }

    /// The `is` operator.
    pub fn is(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Unset, Unset) | (None, None) | (NotImplemented, NotImplemented) | (Ellipsis, Ellipsis) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.to_bits() == b.to_bits(),
            (BigInt(a), BigInt(b)) => Rc::ptr_eq(a, b),
            (Complex(a), Complex(b)) => Rc::ptr_eq(a, b),
            (Str(a), Str(b)) => Rc::ptr_eq(a, b) || a.is_one_with(b),
            (Bytes(a), Bytes(b)) => Rc::ptr_eq(a, b) || a.data.len() < 2 && a.data == b.data,
            (Tuple(a), Tuple(b)) => Rc::ptr_eq(a, b) || a.items.is_empty() && b.items.is_empty(),
            (List(a), List(b)) => Rc::ptr_eq(a, b),
            (Dict(a), Dict(b)) => Rc::ptr_eq(a, b) || a.is_same_view(b),
            (Set(a), Set(b)) => Rc::ptr_eq(a, b),
            (Range(a), Range(b)) => Rc::ptr_eq(a, b),
            (Slice(a), Slice(b)) => Rc::ptr_eq(a, b),
            (Function(a), Function(b)) => Rc::ptr_eq(a, b),
            (Builtin(a), Builtin(b)) => Rc::ptr_eq(a, b),
            (Method(a), Method(b)) => Rc::ptr_eq(a, b),
            (Type(a), Type(b)) => Rc::ptr_eq(a, b),
            (Module(a), Module(b)) => Rc::ptr_eq(a, b),
            (Generator(a), Generator(b)) => Rc::ptr_eq(a, b),
            (Iter(a), Iter(b)) => Rc::ptr_eq(a, b),
            (Cell(a), Cell(b)) => Rc::ptr_eq(a, b),
            (Code(a), Code(b)) => Rc::ptr_eq(a, b),
            // Tracebacks and frames are wrapped anew each time they are asked for, under one identity.
            (Object(a), Object(b)) => Rc::ptr_eq(a, b) || a.header.is_same(&b.header),
            _ => false,
        }
    }

    /// The exact built-in that this value is or, for an instance of a built-in's subclass, carries:
    /// `class Stack(list)` gives its list. Other values give themselves.
    #[inline]
    pub fn plain(&self) -> &Value {
        match self {
            Value::Object(o) => o.builtin().unwrap_or(self),
            _ => self,
        }
    }

    pub fn as_str(&self) -> Option<&Rc<Str>> {
        match self.plain() {
            Value::Str(s) => Some(s),
            _ => None,
        }
    }

    /// A str's text; empty for all else.
    pub fn text_or_empty(&self) -> String {
        self.as_str().map(|s| s.text().into_owned()).unwrap_or_default()
    }

    /// The value as a machine int: int and bool (and their subclasses) that fit 64 bits.
    pub fn as_int(&self) -> Option<i64> {
        match self.plain() {
            Value::Int(n) => Some(*n),
            Value::Bool(b) => Some(*b as i64),
            _ => None,
        }
    }

    pub fn as_object(&self) -> Option<&Rc<Object>> {
        match self {
            Value::Object(o) => Some(o),
            _ => None,
        }
    }

    /// The native payload of type `T`, if this is an instance that carries one.
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match self {
            Value::Object(o) => o.native(),
            _ => None,
        }
    }
}

impl Clone for Value {
    #[inline(never)]
    fn clone(&self) -> Value {
        self.duplicate()
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Value {
        Value::Int(n)
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Value {
        Value::Int(n as i64)
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Float(x)
    }
}

impl From<BigInt> for Value {
    fn from(n: BigInt) -> Value {
        match i64::try_from(&n) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::BigInt(Rc::new(n)),
        }
    }
}

impl From<Option<Value>> for Value {
    fn from(v: Option<Value>) -> Value {
        v.unwrap_or(Value::None)
    }
}
