//! The registry of the objects from which the cycle collector starts.
//!
//! What refers to objects that were there before it cannot close a cycle; only a change made later can. So an object is
//! registered when it is given a reference to another one that leads further and is not registered itself: whichever
//! reference closes a cycle, one of the objects in it is here. Those whose end matters (`__del__`, tasks) and those that
//! change without notice (futures, classes, the namespaces of `exec` and of imported modules) are registered when they are
//! made, in this order. A generator, which is
//! registered later, has a number of its own.

use std::cell::{Cell as Place, RefCell};
use std::rc::{Rc, Weak};

use super::attrs::Namespace;
use super::class::Class;
use super::code::CodeObject;
use super::containers::{Cell, Dict, List, Set};
use super::finalizer;
use super::frame::FrameObject;
use super::function::Function;
use super::gc_graph::{Node, address_of, is_leaf};
use super::generator::Generator;
use super::hasher::FastMap;
use super::header::Header;
use super::object::{Object, Payload};
use super::value::Value;
use crate::trace::sorted::sort_by_key;

/// A registered object.
pub enum Entry {
    Object(Weak<Object>),
    List(Weak<List>),
    Dict(Weak<Dict>),
    Set(Weak<Set>),
    Cell(Weak<Cell>),
    Function(Weak<Function>),
    Generator(Weak<Generator>),
    Class(Weak<Class>),
    Frame(Weak<FrameObject>),
    Names(Weak<Namespace>),
}

impl Entry {
    fn lives(&self) -> bool {
        let count = match self {
            Entry::Object(o) => o.strong_count(),
            Entry::List(l) => l.strong_count(),
            Entry::Dict(d) => d.strong_count(),
            Entry::Set(s) => s.strong_count(),
            Entry::Cell(c) => c.strong_count(),
            Entry::Function(f) => f.strong_count(),
            Entry::Generator(g) => g.strong_count(),
            Entry::Class(c) => c.strong_count(),
            Entry::Frame(f) => f.strong_count(),
            Entry::Names(names) => names.strong_count(),
        };
        count > 0
    }

    /// What it is, if it has something left to do when it goes.
    fn unfinished(&self) -> Option<Value> {
        match self {
            Entry::Object(o) => o.upgrade().filter(|o| o.needs_finalizer()).map(Value::Object),
            Entry::Class(c) => c.upgrade().filter(|c| c.needs_finalizer()).map(Value::Type),
            _ => None,
        }
    }

    fn upgrade(&self) -> Option<Node> {
        Some(Node::Value(match self {
            Entry::Object(o) => Value::Object(o.upgrade()?),
            Entry::List(l) => Value::List(l.upgrade()?),
            Entry::Dict(d) => Value::Dict(d.upgrade()?),
            Entry::Set(s) => Value::Set(s.upgrade()?),
            Entry::Cell(c) => Value::Cell(c.upgrade()?),
            Entry::Function(f) => Value::Function(f.upgrade()?),
            Entry::Generator(g) => Value::Generator(g.upgrade()?),
            Entry::Class(c) => Value::Type(c.upgrade()?),
            Entry::Names(names) => Value::Namespace(names.upgrade()?),
            Entry::Frame(f) => return Some(Node::Frame(f.upgrade()?)),
        }))
    }
}

/// What can be registered.
pub trait Tracked {
    fn header(&self) -> &Header;
    fn entry(this: &Rc<Self>) -> Entry;
}

macro_rules! tracked {
    ($($kind:ident $entry:ident,)*) => {$(
        impl Tracked for $kind {
            fn header(&self) -> &Header {
                &self.header
            }

            fn entry(this: &Rc<$kind>) -> Entry {
                Entry::$entry(Rc::downgrade(this))
            }
        }
    )*};
}

tracked! { Object Object, List List, Dict Dict, Set Set, Cell Cell, Function Function, Generator Generator, Class Class, FrameObject Frame, Namespace Names, }

/// The registered objects of one interpreter.
pub struct Registry {
    entries: Vec<(u32, Entry)>,
    /// At this length the dead ones are taken out.
    prune_at: usize,
    /// With so many living ones a collection is due.
    collect_at: usize,
    /// Classes that have been made: large ones, which live until they are collected.
    classes: usize,
    /// So many more than live are made before the next collection, at most: less than what was garbage when memory was
    /// short.
    most: usize,
    disabled: bool,
    due: bool,
    /// The collection that is due is so since memory is short.
    short: bool,
    /// Whether the program has made a weak reference with a callback.
    has_callbacks: bool,
    /// Where code holds functions whose names may become garbage.
    sites: Vec<(Weak<CodeObject>, u16)>,
    /// At this length those that say nothing are taken out.
    prune_sites_at: usize,
}

const PRUNE_FIRST: usize = 4096;
const COLLECT_FIRST: usize = 10_000;
/// So many objects of any kind may be garbage before it is worth looking for them.
const GARBAGE: usize = 50_000;
/// So many at least are made between two collections when memory is short.
const FEWEST: usize = 100;
/// With so many inline caches remembered at first, those of code that is gone, or noted twice, are taken out.
const SITES_FIRST: usize = 4096;
/// After so many new classes a collection is due.
const CLASSES: usize = 5000;

impl Default for Registry {
    fn default() -> Registry {
        Registry {
            entries: Vec::new(),
            prune_at: PRUNE_FIRST,
            collect_at: COLLECT_FIRST,
            classes: 0,
            most: usize::MAX,
            disabled: false,
            due: false,
            short: false,
            has_callbacks: false,
            sites: Vec::new(),
            prune_sites_at: SITES_FIRST,
        }
    }
}

impl Registry {
    /// So many entries at least before the dead ones are taken out.
    fn prune_first(&self) -> usize {
        PRUNE_FIRST.min(self.most)
    }

    /// Takes the dead ones out.
    fn prune(&mut self) {
        self.entries.retain(|(_, entry)| entry.lives());
        let living = self.entries.len();
        let next = if living < self.collect_at { self.collect_at.min(living * 2) } else { living * 2 };
        self.prune_at = self.prune_first().max(next);
    }
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
    /// The number dealt last.
    static NUMBERS: Place<u32> = const { Place::new(0) };
}

/// A number greater than those of what was registered or numbered before.
#[inline(always)]
pub fn next_number() -> u32 {
    let next = NUMBERS.get().wrapping_add(1);
    NUMBERS.set(next);
    next
}

/// Another interpreter has the turn; gives what was registered until now.
pub fn exchange(next: Registry) -> Registry {
    REGISTRY.replace(next)
}

/// `object` is about to refer to `value`.
#[inline(always)]
pub fn link<T: Tracked>(object: &Rc<T>, value: &Value) {
    if value.can_refer() && !object.header().is_tracked() {
        link_slowly(object, value);
    }
}

#[inline(never)]
fn link_slowly<T: Tracked>(object: &Rc<T>, value: &Value) {
    if !is_leaf(value) || address_of(value) == Some(Rc::as_ptr(object).cast::<()>() as usize) {
        register(object);
    }
}

/// As [`link`], for several values.
pub fn link_all<T: Tracked>(object: &Rc<T>, values: &[Value]) {
    values.iter().for_each(|value| link(object, value));
}

/// Something that is not at hand is about to refer to `value`.
pub fn register_value(value: &Value) {
    match value {
        Value::Object(o) => register(o),
        Value::List(l) => register(l),
        Value::Dict(d) => register(d),
        Value::Set(s) => register(s),
        Value::Function(f) => register(f),
        Value::Generator(g) => register(g),
        Value::Cell(c) => register(c),
        Value::Method(m) => register_value(&m.receiver),
        Value::Tuple(t) => t.items.iter().for_each(register_value),
        _ => {}
    }
}

/// Registers an object, once.
pub fn register<T: Tracked>(object: &Rc<T>) {
    if !object.header().track() {
        push(T::entry(object));
    }
}

#[inline(never)]
fn push(entry: Entry) {
    REGISTRY.with_borrow_mut(|r| {
        if let Entry::Class(_) = entry {
            r.classes += 1;
            r.due |= r.classes % CLASSES == 0;
        }
        r.entries.push((next_number(), entry));
        if r.entries.len() >= r.prune_at {
            r.prune();
            r.due |= r.entries.len() >= r.collect_at;
        }
        if r.due {
            finalizer::wake();
        }
    });
}

/// Memory is short: a collection is due.
pub fn hasten() {
    REGISTRY.with_borrow_mut(|r| (r.due, r.short) = (true, true));
    finalizer::wake();
}

/// Whether a collection is due by the number of registered objects, of which so many are known to live, or since memory
/// is short. It is not any more afterwards.
pub fn take_due(known: impl FnOnce() -> usize) -> bool {
    REGISTRY.with_borrow_mut(|r| {
        let due = std::mem::take(&mut r.due) && !r.disabled;
        let crowded = r.entries.len() >= r.collect_at;
        due && (r.short || !crowded || r.entries.len() >= r.collect_at.saturating_add(known()))
    })
}

/// `gc.enable()`, `gc.disable()`
pub fn set_enabled(enabled: bool) {
    REGISTRY.with_borrow_mut(|r| r.disabled = !enabled);
}

pub fn is_enabled() -> bool {
    REGISTRY.with_borrow(|r| !r.disabled)
}

/// What a collection has found: of `registered` objects `dead` were garbage, of all objects `garbage`, and `kept` were
/// not. The next one is due once there may be as much garbage again as makes up for looking at what is kept.
pub fn plan(registered: usize, dead: usize, garbage: usize, kept: usize) {
    REGISTRY.with_borrow_mut(|r| {
        r.collect_at = match garbage.checked_div(dead) {
            None => COLLECT_FIRST.max(registered * 4),
            Some(each) => {
                let living = registered - dead;
                let more = GARBAGE.max(kept / 2) / each.max(1);
                living + more.clamp(500, GARBAGE.max(living))
            }
        };
        if std::mem::take(&mut r.short) && dead > 0 {
            r.most = r.most.min((dead / 2).max(FEWEST));
        }
        // Whatever it holds: looking at what is kept has to pay.
        let most = r.most.max(kept / 8);
        r.collect_at = r.collect_at.min((registered - dead).saturating_add(most));
        r.prune_at = r.prune_at.min(r.prune_first().max(r.collect_at));
    });
}

/// Where nothing is wanted any more: forgets so many of the objects registered last, and empties those that hold most and
/// that no other interpreter knows: futures and tasks, generators. False: none is left.
pub fn take_apart(most: usize) -> bool {
    let (entries, more) = REGISTRY.with_borrow_mut(|r| {
        let kept = r.entries.len().saturating_sub(most);
        (r.entries.split_off(kept), kept > 0)
    });
    for (_, entry) in entries.iter().rev() {
        let node = match entry {
            Entry::Object(_) | Entry::Generator(_) => entry.upgrade(),
            _ => None,
        };
        match &node {
            Some(Node::Value(Value::Object(object))) if !matches!(object.payload, Payload::Native(_)) => {}
            Some(node) => node.clear(),
            None => {}
        }
    }
    more
}

/// Whether anything that is registered lives.
pub fn has_any() -> bool {
    REGISTRY.with_borrow(|r| r.entries.iter().any(|(_, entry)| entry.lives()))
}

/// Whether anything would happen if all that is registered went.
pub fn matters() -> bool {
    !unfinished().is_empty()
}

/// The program makes a weak reference with a callback.
pub fn callback_made() {
    REGISTRY.with_borrow_mut(|r| r.has_callbacks = true);
}

/// Whether there may be weak references with callbacks.
pub fn has_callbacks() -> bool {
    REGISTRY.with_borrow(|r| r.has_callbacks)
}

/// An inline cache holds such a function from now on.
#[cold]
pub fn site_filled(code: &Rc<CodeObject>, site: u16) {
    REGISTRY.with_borrow_mut(|r| {
        r.sites.push((Rc::downgrade(code), site));
        if r.sites.len() >= r.prune_sites_at {
            // One that is filled by turns comes again and again.
            r.sites.retain(|(code, _)| code.strong_count() > 0);
            let place = |(code, site): &(Weak<CodeObject>, u16)| (code.as_ptr(), *site);
            sort_by_key(&mut r.sites, place);
            r.sites.dedup_by_key(|one| place(one));
            r.prune_sites_at = SITES_FIRST.max(r.sites.len() * 2);
        }
    });
}

/// Inline caches let go of such functions.
pub fn forget_sites() {
    for (code, site) in REGISTRY.with_borrow_mut(|r| std::mem::take(&mut r.sites)) {
        if let Some(code) = code.upgrade() {
            code.sites[site as usize].forget();
        }
    }
}

/// The objects and classes that have something left to do when they go.
pub fn unfinished() -> Vec<Value> {
    REGISTRY.with_borrow(|r| r.entries.iter().filter_map(|(_, entry)| entry.unfinished()).collect())
}

/// The numbers of registered objects with something left to do when they go, by their addresses.
pub fn numbers() -> FastMap<usize, u32> {
    REGISTRY.with_borrow(|r| {
        let number = |(number, entry): &(u32, Entry)| Some((address_of(&entry.unfinished()?)?, *number));
        r.entries.iter().filter_map(number).collect()
    })
}

/// The living ones, in the order in which they were registered.
pub fn registered() -> Vec<Node> {
    REGISTRY.with_borrow_mut(|r| {
        r.prune();
        r.entries.iter().filter_map(|(_, entry)| entry.upgrade()).collect()
    })
}
