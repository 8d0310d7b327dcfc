//! `Class`: type objects, the method resolution order, and attribute lookup along it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::args::Args;
use super::attrs::{AttrMap, HasAttrs};
use super::exception::PyResult;
use super::gc;
use super::gc_graph::Edge;
use super::header::Header;
use super::interp::Interp;
use super::look::look;
use super::lookup_cache::LookupCache;
use super::symbol::{Symbol, known};
use super::value::Value;
use super::weak::WeakSlot;

/// Makes an instance of a class: what `tp_new` is in CPython. The class given may be a subclass of the one that owns
/// the function; the arguments are those of the call.
pub type MakeFn = fn(&mut dyn Interp, &Rc<Class>, &Args) -> PyResult;

/// A class. Its order of bases is fixed when it is made (C3 linearization).
pub struct Class {
    pub header: Header,
    /// A number that no other class of this thread has, for inline caches.
    pub serial: u32,
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
    pub bases: RefCell<Vec<Rc<Class>>>,
    /// The method resolution order without the class itself.
    pub ancestors: RefCell<Vec<Rc<Class>>>,
    pub attrs: RefCell<AttrMap>,
    /// `None`: `type`. A class whose metaclass is `type` keeps it.
    metaclass: RefCell<Option<Rc<Class>>>,
    pub make: Cell<MakeFn>,
    flags: Cell<u32>,
    subclasses: RefCell<Vec<Weak<Class>>>,
    /// The process that made it: no other one knows of it, unless it is built in.
    maker: Maker,
    cache: RefCell<LookupCache>,
    /// What [`super::instantiate::plain_init`] found, and in which epoch.
    pub(super) plain_init: RefCell<(u32, Option<Value>)>,
    /// The same of [`super::instantiate::call_class`]: whether there is nothing to do but to make the instance.
    pub(super) only_made: Cell<(u32, bool)>,
    pub weakrefs: WeakSlot,
    /// Itself: a class of the program lives until it is collected, as its order refers to it in CPython.
    own: RefCell<Option<Rc<Class>>>,
}

/// Bits of a class's flags.
pub mod class_flag {
    /// Built in: the program cannot set attributes.
    pub const IMMUTABLE: u32 = 1;
    /// `__del__` is defined somewhere along the order.
    pub const FINALIZER: u32 = 2;
    /// Cannot be subclassed (`bool`, `NoneType`, …).
    pub const FINAL: u32 = 4;
    /// Instances have no `__dict__` (`__slots__`, built-ins).
    pub const NO_DICT: u32 = 8;
    /// An instance has an attribute that hides one of the class's: methods are not cached.
    pub const SHADOWED: u32 = 16;
    /// Subclass of BaseException.
    pub const EXCEPTION: u32 = 32;
    /// Defined by the program.
    pub const HEAP: u32 = 64;
    /// Has abstract methods left: cannot be instantiated.
    pub const ABSTRACT: u32 = 128;
    /// Instances carry a payload of their own (`list`, `BaseException`, a native class): bases must agree in it.
    pub const LAYOUT: u32 = 256;
    /// `__getattribute__` is defined by a class that is not built in: attribute lookup must ask it.
    pub const GETATTRIBUTE: u32 = 512;
    /// `__setattr__` or `__delattr__` is defined by a class that is not built in.
    pub const SETATTR: u32 = 1024;
    /// An extension type of CPython's: messages show it with its module (`'_asyncio.Future' object …`).
    pub const EXTENSION: u32 = 2048;
    /// `match` takes instances, those of subclasses as well, for sequences.
    pub const SEQUENCE: u32 = 4096;
    /// `match` takes them for mappings.
    pub const MAPPING: u32 = 8192;
    /// Instances have attributes of their own and no `__dict__` that shows them (`_asyncio.Future`).
    pub const UNSEEN_DICT: u32 = 16384;
    /// The program has set an attribute of this class, or of one of its bases, that is not its own (`mock.patch`).
    pub const PATCHED: u32 = 32768;
    /// A native class, or one derived from several, whose state may stand beside those of others in one object.
    pub const MIXES: u32 = 65536;
    /// An extension type of CPython's that a program cannot change.
    pub const FIXED: u32 = 131072;
    /// A base that only the library knows of: what programs see of a class leaves it out.
    pub const UNSEEN: u32 = 262144;
    /// Its own `+` and `*` are a sequence's (`sq_concat`, `sq_repeat`) though they are asked as methods: a number's come
    /// before them, those of the right operand as well. Not inherited.
    pub const CONCATENATES: u32 = 524288;
    /// Its `__buffer__` shows another object's memory as that one's (`pickle.PickleBuffer`).
    pub const PASSES_MEMORY: u32 = 1048576;
    /// The `__del__` of its metaclass has been called with it.
    pub const FINALIZED: u32 = 2097152;
}

thread_local! {
    static SERIAL: Cell<u32> = const { Cell::new(0) };
    /// Grows whenever a class that may have been looked at changes: inline caches and lookup caches end with it.
    static EPOCH: Cell<u32> = const { Cell::new(1) };
    /// Whose turn it is, and how many there have been.
    static MAKER: Cell<(Maker, u32)> = const { Cell::new((Maker(0), 0)) };
}

/// Who makes classes: a process of a run.
#[derive(Clone, Copy, PartialEq)]
pub struct Maker(u32);

impl Maker {
    /// One whose turn it has not been.
    pub fn another() -> Maker {
        let (now, count) = MAKER.get();
        MAKER.set((now, count + 1));
        Maker(count + 1)
    }

    /// Its turn: the classes made from now on are its own.
    pub fn enter(self) {
        MAKER.set((self, MAKER.get().1));
    }
}

/// The current epoch of all classes; what was cached in an earlier one is void.
#[inline(always)]
pub fn epoch() -> u32 {
    EPOCH.get()
}

/// Voids all caches of class attributes.
pub fn next_epoch() {
    EPOCH.set(EPOCH.get() + 1);
}

impl Class {
    /// A class from its parts; `ancestors` is the order without the class itself ([`linearize`]).
    pub fn new(
        name: &str,
        bases: Vec<Rc<Class>>,
        ancestors: Vec<Rc<Class>>,
        metaclass: Option<Rc<Class>>,
        make: MakeFn,
        flags: u32,
    ) -> Rc<Class> {
        use class_flag::*;
        let serial = SERIAL.get() + 1;
        SERIAL.set(serial);
        let inherited = ancestors.iter().fold(0, |all, c| all | c.flags.get())
            & (FINALIZER | EXCEPTION | GETATTRIBUTE | SETATTR | UNSEEN_DICT);
        let name: Rc<str> = name.into();
        let class = Rc::new(Class {
            header: Header::default(),
            serial,
            qualname: RefCell::new(name.clone()),
            name: RefCell::new(name),
            bases: RefCell::new(bases),
            ancestors: RefCell::new(ancestors),
            attrs: RefCell::default(),
            metaclass: RefCell::new(metaclass),
            make: Cell::new(make),
            flags: Cell::new(flags | inherited),
            subclasses: RefCell::default(),
            maker: MAKER.get().0,
            cache: RefCell::default(),
            plain_init: RefCell::default(),
            only_made: Cell::default(),
            weakrefs: WeakSlot::default(),
            own: RefCell::default(),
        });
        if flags & HEAP != 0 {
            class.own.replace(Some(class.clone()));
            gc::register(&class);
        }
        for base in class.bases.borrow().iter() {
            let mut known = base.subclasses.borrow_mut();
            // Those that are gone make room before the list would grow.
            if known.len() == known.capacity() {
                known.retain(|c| c.strong_count() > 0);
            }
            known.push(Rc::downgrade(&class));
        }
        class
    }

    /// What its instances need by what the order of its bases now has.
    pub fn inherit_flags(&self, ancestors: &[Rc<Class>]) {
        use class_flag::*;
        let bits = FINALIZER | EXCEPTION | GETATTRIBUTE | SETATTR;
        self.flags.set(self.flags.get() | ancestors.iter().fold(0, |all, c| all | c.flags.get()) & bits);
    }

    /// Its bases were `old` until now.
    pub fn moved_from(self: &Rc<Class>, old: &[Rc<Class>]) {
        for base in old {
            base.subclasses.borrow_mut().retain(|c| !c.upgrade().is_some_and(|c| Rc::ptr_eq(&c, self)));
        }
        for base in self.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(Rc::downgrade(self));
        }
    }

    /// The same class for a process that is forked off, as yet without attributes.
    pub fn twin(&self, bases: Vec<Rc<Class>>, ancestors: Vec<Rc<Class>>, metaclass: Option<Rc<Class>>) -> Rc<Class> {
        let twin = Class::new(&self.name(), bases, ancestors, metaclass, self.make.get(), self.flags.get());
        twin.qualname.replace(self.qualname.borrow().clone());
        twin
    }

    /// Its class, if that is another one than `type`.
    #[inline]
    pub fn metaclass(&self) -> Option<Rc<Class>> {
        look(&self.metaclass).clone()
    }

    /// Whether its class is another one than `type`.
    #[inline(always)]
    pub fn has_metaclass(&self) -> bool {
        look(&self.metaclass).is_some()
    }

    /// Gives it another class instead of the program's that it has.
    pub fn set_metaclass(&self, metaclass: Rc<Class>) {
        self.metaclass.replace(Some(metaclass));
        next_epoch();
    }

    pub fn flag(&self, bit: u32) -> bool {
        self.flags.get() & bit != 0
    }

    /// The name as messages about instances show it (`tp_name`).
    pub fn shown_name(&self) -> Rc<str> {
        let name = self.name();
        match self.attrs.borrow().get(known::MODULE).and_then(Value::as_str) {
            Some(module) if self.flag(class_flag::EXTENSION) && *module.text() != *"builtins" => {
                format!("{}.{name}", module.text()).into()
            }
            _ => name,
        }
    }

    /// Whether CPython's library has it in Python: its computed attributes are properties then (not those of `_asyncio`).
    pub fn is_python_in_cpython(&self) -> bool {
        let attrs = self.attrs.borrow();
        attrs.get(known::MODULE).and_then(Value::as_str).is_some_and(|module| module.text().starts_with("asyncio."))
    }

    /// The name with its module's, if that is none of the program's own (`PyType_GetFullyQualifiedName`).
    pub fn qualified_name(&self) -> String {
        let name = self.qualname.borrow().clone();
        match self.attrs.borrow().get(known::MODULE).and_then(Value::as_str) {
            Some(module) if !matches!(&*module.text(), "builtins" | "__main__") => format!("{}.{name}", module.text()),
            _ => name.to_string(),
        }
    }

    /// Sets a flag of the class and of all that are derived from it.
    pub fn mark(&self, flag: u32) {
        self.set_flag(flag);
        for subclass in self.subclasses() {
            subclass.mark(flag);
        }
    }

    pub fn set_flag(&self, bit: u32) {
        self.flags.set(self.flags.get() | bit);
    }

    pub fn clear_flag(&self, bit: u32) {
        self.flags.set(self.flags.get() & !bit);
    }

    #[inline(always)]
    pub fn has_finalizer(&self) -> bool {
        self.flag(class_flag::FINALIZER)
    }

    pub fn is_exception(&self) -> bool {
        self.flag(class_flag::EXCEPTION)
    }

    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// The class's attribute `name`, looked up along the resolution order; nothing is bound.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        let epoch = epoch();
        if let Some(known) = look(&self.cache).get(name, epoch) {
            return known.clone().some();
        }
        self.lookup_anew(name, epoch)
    }

    #[inline(never)]
    fn lookup_anew(&self, name: Symbol, epoch: u32) -> Option<Value> {
        let found = self.find(name);
        let old = self.cache.borrow_mut().put(name, epoch, found.clone().unwrap_or_default());
        drop(old);
        found
    }

    fn find(&self, name: Symbol) -> Option<Value> {
        if let Some(value) = self.attrs.borrow().get(name) {
            return Some(value.clone());
        }
        self.ancestors.borrow().iter().find_map(|c| c.attrs.borrow().get(name).cloned())
    }

    /// Whether a function of the program's stands for a method that built-ins have.
    pub fn overrides(&self, name: Symbol) -> bool {
        self.lookup(name).is_some_and(|method| !matches!(method, Value::Builtin(_)))
    }

    /// The attribute `name` of the classes that come after `owner` in this class's order (`super()`).
    pub fn lookup_after(self: &Rc<Class>, owner: &Rc<Class>, name: Symbol) -> Option<Value> {
        let ancestors = self.ancestors.borrow();
        let from = if Rc::ptr_eq(self, owner) { 0 } else { ancestors.iter().position(|c| Rc::ptr_eq(c, owner))? + 1 };
        ancestors[from..].iter().find_map(|c| c.attrs.borrow().get(name).cloned())
    }

    /// The class along the order that defines `name`, if any.
    pub fn owner_of(self: &Rc<Class>, name: Symbol) -> Option<Rc<Class>> {
        if self.attrs.borrow().contains(name) {
            return Some(self.clone());
        }
        self.ancestors.borrow().iter().find(|c| c.attrs.borrow().contains(name)).cloned()
    }

    /// Sets a class attribute and voids what was cached.
    pub fn set(&self, name: Symbol, value: Value) {
        let new_is_data = is_data(&value);
        let old = self.define(name, value);
        // Inline caches remember methods and descriptors, never plain data: a counter on a class costs them nothing.
        if !(new_is_data && old.as_ref().is_none_or(is_data)) {
            next_epoch();
        }
        // Nor does the old value live on in what classes remember.
        self.forget(name);
        drop(old);
    }

    /// Voids what this class and its subclasses remember of one name.
    fn forget(&self, name: Symbol) {
        let old = self.cache.borrow_mut().remove(name);
        drop(old);
        for subclass in self.subclasses.borrow().iter().filter_map(Weak::upgrade) {
            subclass.forget(name);
        }
    }

    /// Sets an attribute of a class under construction, which nobody has looked at yet. Gives the old value.
    pub fn define(&self, name: Symbol, value: Value) -> Option<Value> {
        match name {
            known::DEL => self.inherit_flag(class_flag::FINALIZER),
            known::GETATTRIBUTE => self.inherit_flag(class_flag::GETATTRIBUTE),
            known::SETATTR | known::DELATTR => self.inherit_flag(class_flag::SETATTR),
            _ => {}
        }
        self.attrs.borrow_mut().set(name, value)
    }

    /// Sets a flag on this class, unless it is built in, and on its subclasses.
    fn inherit_flag(&self, bit: u32) {
        if self.flag(class_flag::IMMUTABLE) {
            return;
        }
        self.set_flag(bit);
        for subclass in self.subclasses() {
            subclass.inherit_flag(bit);
        }
    }

    /// Removes a class attribute; gives its value.
    pub fn remove(&self, name: Symbol) -> Option<Value> {
        let old = self.attrs.borrow_mut().remove(name);
        next_epoch();
        self.forget(name);
        old
    }

    /// Visits the references that it holds, its cache left out.
    pub fn visit(&self, visit: &mut dyn FnMut(Edge)) {
        self.attrs.borrow().iter().for_each(|(_, value)| visit(Edge::Value(value)));
        for classes in [&self.bases, &self.ancestors] {
            classes.borrow().iter().for_each(|class| visit(Edge::Class(class)));
        }
        self.own.borrow().iter().for_each(|class| visit(Edge::Class(class)));
        self.metaclass.borrow().iter().for_each(|class| visit(Edge::Class(class)));
        self.plain_init.borrow().1.iter().for_each(|value| visit(Edge::Value(value)));
    }

    /// Empties the cache.
    pub fn forget_all(&self) {
        drop(self.cache.take());
    }

    /// Lets go of what its attributes are: nobody refers to it any more.
    pub fn clear(&self) {
        if self.metaclass().is_some_and(|meta| std::ptr::eq(&*meta, self)) {
            self.metaclass.take();
        }
        drop((self.attrs.borrow_mut().take(), self.cache.take(), self.plain_init.take()));
        next_epoch();
        let _itself = self.own.take();
    }

    /// How many objects it is in CPython: with its dict, its order and its bases.
    pub fn weight(&self) -> usize {
        let own_weakrefs = self.is_exception() && !self.bases.borrow().iter().any(|c| c.flag(class_flag::HEAP));
        4 + own_weakrefs as usize
    }

    /// Whether this class is `other` or one of its subclasses (by the resolution order alone).
    pub fn is_subclass_of(&self, other: &Class) -> bool {
        std::ptr::eq(self, other) || self.ancestors.borrow().iter().any(|c| std::ptr::eq(&**c, other))
    }

    /// The nearest class whose instances carry a payload of their own; `None`: plain `object` instances.
    pub fn layout(self: &Rc<Class>) -> Option<Rc<Class>> {
        if self.flag(class_flag::LAYOUT) {
            return Some(self.clone());
        }
        self.ancestors.borrow().iter().find(|c| c.flag(class_flag::LAYOUT)).cloned()
    }

    /// Whether programs see it among the bases of another.
    pub fn is_seen(&self) -> bool {
        !self.flag(class_flag::UNSEEN)
    }

    /// `__base__`: the base that lays out the instances, else the first one.
    pub fn base(self: &Rc<Class>) -> Option<Rc<Class>> {
        super::class_layout::best_base(&self.bases.borrow())
    }

    /// The resolution order, the class itself first.
    pub fn mro(self: &Rc<Class>) -> Vec<Rc<Class>> {
        let mut order = vec![self.clone()];
        order.extend(self.ancestors.borrow().iter().cloned());
        order
    }

    /// Direct subclasses that still live, in order of creation.
    pub fn subclasses(&self) -> Vec<Rc<Class>> {
        self.subclasses.borrow().iter().filter_map(Weak::upgrade).collect()
    }

    /// `__subclasses__`: those that the process knows whose turn it is; of those that programs do not see, their own.
    pub fn subclasses_here(&self) -> Vec<Rc<Class>> {
        let known = |class: &Rc<Class>| !class.flag(class_flag::HEAP) || class.maker == MAKER.get().0;
        let seen = |class: Rc<Class>| if class.is_seen() { vec![class] } else { class.subclasses_here() };
        self.subclasses().into_iter().filter(known).flat_map(seen).collect()
    }
}

/// Whether a value is neither a function nor anything that may be a descriptor.
fn is_data(value: &Value) -> bool {
    use Value::*;
    matches!(value, Bool(_) | Int(_) | Float(_) | BigInt(_) | Str(_) | Bytes(_) | Tuple(_) | List(_) | Dict(_) | Set(_))
}

impl HasAttrs for Class {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.attrs
    }
}

/// C3 linearization (Lib/functools.py `_c3_merge`, Objects/typeobject.c `mro_implementation`) of a class with these
/// bases, the class itself left out. Where there is no consistent order: the classes that none can come before.
pub fn linearize(bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Vec<Rc<Class>>> {
    if let [base] = bases {
        return Ok(base.mro());
    }
    let mut sequences: Vec<Vec<Rc<Class>>> = bases.iter().map(|b| b.mro()).collect();
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|s| !s.is_empty());
        if sequences.is_empty() {
            return Ok(order);
        }
        let mut heads: Vec<Rc<Class>> = Vec::new();
        for sequence in &sequences {
            if !heads.iter().any(|head| Rc::ptr_eq(head, &sequence[0])) {
                heads.push(sequence[0].clone());
            }
        }
        let waits = |c: &Rc<Class>| sequences.iter().any(|s| s[1..].iter().any(|other| Rc::ptr_eq(other, c)));
        let Some(head) = heads.iter().find(|head| !waits(head)).cloned() else { return Err(heads) };
        for sequence in &mut sequences {
            if Rc::ptr_eq(&sequence[0], &head) {
                sequence.remove(0);
            }
        }
        order.push(head);
    }
}
