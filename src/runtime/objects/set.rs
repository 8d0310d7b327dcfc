//! The set's data, and sets as native code uses them.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::containers::Set;
use super::dict::same;
use super::dict_table::{Found, Same};
use super::exception::{Exc, PyResult};
use super::finalizer;
use super::gc;
use super::hash::hash_frozenset;
use super::header::Header;
use super::interp::Interp;
use super::ops::{self, BinaryOp, CompareOp};
use super::set_table::{Equality, SetTable};
use super::symbol::known;
use super::types::type_of;
use super::value::Value;

/// Members of a set.
#[derive(Clone)]
pub struct SetData {
    table: SetTable<Value>,
    /// Comparing its members never runs Python: they have only been strs, ints and the like.
    simple: bool,
}

impl Default for SetData {
    fn default() -> SetData {
        SetData { table: SetTable::new(), simple: true }
    }
}

/// What is charged when a set has grown to so many items, in bytes.
fn growth(items: usize) -> usize {
    if items >= 512 && items.is_power_of_two() { items * 64 } else { 0 }
}

fn is_simple(item: &Value) -> bool {
    match item {
        Value::Str(_) | Value::Int(_) | Value::None | Value::Bool(_) | Value::Float(_) | Value::Bytes(_) => true,
        Value::Tuple(t) => t.items.iter().all(is_simple),
        _ => false,
    }
}

impl SetData {
    /// A set of hashable constants (numbers, strs, bytes, None, tuples of such). CPython's compiler makes a constant
    /// frozenset twice, the second time in the first one's order (`merge_consts_recursive`), which shows in the slots.
    pub fn of_constants(items: impl Iterator<Item = Value>) -> SetData {
        let first = SetData::added(items);
        SetData::added(first.table.iter().cloned())
    }

    fn added(items: impl Iterator<Item = Value>) -> SetData {
        let mut data = SetData::default();
        for item in items {
            let Some(hash) = ops::hash_of_constant(&item) else { continue };
            let found = data.table.find(hash, |other| if same_constant(other, &item) { Same::Yes } else { Same::No });
            if found == Found::Absent {
                data.simple &= is_simple(&item);
                data.table.insert_new(hash, item);
            }
        }
        data
    }
}

/// Equality of constants of equal hash.
fn same_constant(a: &Value, b: &Value) -> bool {
    match (same(a, b), a, b) {
        (Same::Yes, ..) => true,
        (Same::No, ..) => false,
        (Same::Ask, Value::Tuple(x), Value::Tuple(y)) => {
            x.items.len() == y.items.len() && x.items.iter().zip(&y.items).all(|(a, b)| same_constant(a, b))
        }
        (Same::Ask, Value::Bytes(x), Value::Bytes(y)) => x.data == y.data,
        _ => ops::numbers_equal(a, b),
    }
}

impl Set {
    pub fn new(frozen: bool) -> Rc<Set> {
        Set::of_data(frozen, SetData::default())
    }

    pub fn of_data(frozen: bool, data: SetData) -> Rc<Set> {
        let (data, hash) = (RefCell::new(data), OnceCell::new());
        Rc::new(Set { header: Header::default(), frozen, data, hash, weakrefs: Default::default() })
    }

    /// A set of these items.
    pub fn of(i: &mut dyn Interp, frozen: bool, items: impl IntoIterator<Item = Value>) -> PyResult<Rc<Set>> {
        let set = Set::new(frozen);
        for item in items {
            set.add(i, item)?;
        }
        Ok(set)
    }

    /// Has from now on the table of `other`, with the members that `replaced` gives for those of it, and their hashes.
    pub fn replace(self: &Rc<Set>, other: &Set, mut replaced: impl FnMut(i64, &Value) -> (i64, Value)) {
        let SetData { mut table, simple } = other.data.borrow().clone();
        let hashed: Vec<(i64, Value)> = table.iter_hashed().map(|(hash, item)| replaced(hash, item)).collect();
        if hashed.iter().map(|(hash, _)| *hash).eq(table.iter_hashed().map(|(hash, _)| hash)) {
            table.keys_mut().zip(hashed).for_each(|(place, (_, item))| *place = item);
        } else {
            table = SetTable::new();
            hashed.into_iter().for_each(|(hash, item)| table.insert_new(hash, item));
        }
        for item in table.iter() {
            gc::link(self, item);
        }
        self.data.replace(SetData { table, simple });
    }

    /// A set of a dict's keys, whose hashes are known.
    pub fn of_keys(i: &mut dyn Interp, keys: Vec<(i64, Value)>) -> PyResult<Rc<Set>> {
        let set = Set::new(false);
        set.add_keys(i, keys)?;
        Ok(set)
    }

    /// Adds a dict's keys, whose hashes are known.
    pub fn add_keys(self: &Rc<Set>, i: &mut dyn Interp, keys: Vec<(i64, Value)>) -> PyResult<()> {
        self.data.borrow_mut().table.expect(keys.len());
        for (hash, key) in keys {
            self.add_hashed(i, key, hash)?;
        }
        Ok(())
    }

    /// A set of distinct items with small hashes, in a table so wide that it iterates in the order of the hashes.
    pub fn in_order_of_hashes(items: Vec<(u32, Value)>) -> Rc<Set> {
        let mut data = SetData { simple: false, ..SetData::default() };
        data.table.expect(items.iter().map(|(hash, _)| *hash as usize).max().unwrap_or(0));
        for (hash, item) in items {
            data.table.insert_new(hash as i64, item);
        }
        Set::of_data(false, data)
    }

    pub fn copy(&self, frozen: bool) -> Rc<Set> {
        let data = self.data.borrow();
        Set::of_data(frozen, SetData { table: data.table.copy(), simple: data.simple })
    }

    /// The slot of `item`; its `__eq__` runs nested.
    fn find(&self, i: &mut dyn Interp, item: &Value, hash: i64) -> PyResult<Option<usize>> {
        'search: loop {
            let mut found = self.data.borrow().table.find(hash, |other| same(other, item));
            loop {
                let candidate = match found {
                    Found::At(at) => return Ok(Some(at)),
                    Found::Absent => return Ok(None),
                    Found::Ask(candidate) => candidate,
                };
                let other = self.data.borrow().table.key(candidate.entry).cloned().unwrap_or_default();
                let equal = ops::equal(i, &other, item)?;
                let table = &self.data.borrow().table;
                let next = if !table.still_there(candidate) {
                    None
                } else if equal {
                    Some(Found::At(candidate.entry))
                } else {
                    table.resume(candidate, hash, |other| same(other, item))
                };
                match next {
                    Some(next) => found = next,
                    None => continue 'search,
                }
            }
        }
    }

    /// Adds `item`; whether it was new.
    pub fn add(self: &Rc<Set>, i: &mut dyn Interp, item: Value) -> PyResult<bool> {
        let hash = ops::hash(i, &item)?;
        self.add_hashed(i, item, hash)
    }

    /// As [`Set::add`], of an item whose hash is known.
    pub fn add_hashed(self: &Rc<Set>, i: &mut dyn Interp, item: Value, hash: i64) -> PyResult<bool> {
        if self.find(i, &item, hash)?.is_some() {
            return Ok(false);
        }
        self.insert(i, item, hash).map(|()| true)
    }

    pub(super) fn with_table<R>(&self, f: impl FnOnce(&SetTable<Value>) -> R) -> R {
        f(&self.data.borrow().table)
    }

    /// Adds an item whose hash is plain. False: nothing has happened.
    pub fn add_plain(self: &Rc<Set>, item: &Value) -> bool {
        let Some(hash) = ops::plain_hash(item) else { return false };
        gc::link(self, item);
        let mut data = self.data.borrow_mut();
        match data.table.find(hash, |other| same(other, item)) {
            Found::At(_) => true,
            // What is charged when a set has grown is not charged here.
            Found::Absent if growth(data.table.len() + 1) == 0 => {
                data.simple &= is_simple(item);
                data.table.insert_new(hash, item.clone());
                true
            }
            _ => false,
        }
    }

    /// Adds an item that is not there.
    pub(super) fn insert(self: &Rc<Set>, i: &mut dyn Interp, item: Value, hash: i64) -> PyResult<()> {
        gc::link(self, &item);
        let len = {
            let mut data = self.data.borrow_mut();
            data.simple &= is_simple(&item);
            data.table.insert_new(hash, item);
            data.table.len()
        };
        match growth(len) {
            0 => Ok(()),
            bytes => i.reserve(bytes),
        }
    }

    pub fn contains(&self, i: &mut dyn Interp, item: &Value) -> PyResult<bool> {
        let hash = hash_of_member(i, item)?;
        self.contains_hashed(i, item, hash)
    }

    /// As [`Set::contains`], of an item whose hash is known.
    pub fn contains_hashed(&self, i: &mut dyn Interp, item: &Value, hash: i64) -> PyResult<bool> {
        Ok(self.find(i, item, hash)?.is_some())
    }

    /// Removes `item`; whether it was there.
    pub fn remove(&self, i: &mut dyn Interp, item: &Value) -> PyResult<bool> {
        let hash = hash_of_member(i, item)?;
        self.remove_hashed(i, item, hash)
    }

    /// As [`Set::remove`], of an item whose hash is known.
    pub fn remove_hashed(&self, i: &mut dyn Interp, item: &Value, hash: i64) -> PyResult<bool> {
        let Some(slot) = self.find(i, item, hash)? else { return Ok(false) };
        Ok(self.remove_at(slot).is_some())
    }

    /// What `difference_update` of items ends with.
    pub(super) fn drop_dummies(&self) {
        self.data.borrow_mut().table.drop_dummies();
    }

    /// Removes the item in this slot; gives it.
    pub(super) fn remove_at(&self, slot: usize) -> Option<Value> {
        self.data.borrow_mut().table.remove(slot)
    }

    /// Removes some member and gives it.
    pub fn pop(&self) -> Option<Value> {
        self.data.borrow_mut().table.pop()
    }

    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.data.borrow_mut());
        finalizer::release_all(old.table.into_keys());
    }

    /// Places of CPython's table (for `sys.getsizeof`).
    pub fn slots(&self) -> usize {
        self.data.borrow().table.slots()
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.data.borrow().table.len()
    }

    /// Visits the members, unless the set is being changed.
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(data) = self.data.try_borrow() {
            data.table.iter().for_each(visit);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All members, in the table's order.
    pub fn items(&self) -> Vec<Value> {
        self.data.borrow().table.iter().cloned().collect()
    }

    /// The member at or after raw place `from`, with the place after it.
    pub fn next_item(&self, from: usize) -> Option<(usize, Value)> {
        self.data.borrow().table.next_from(from).map(|(at, item)| (at + 1, item.clone()))
    }

    /// The items with their hashes.
    pub fn hashed_items(&self) -> Vec<(i64, Value)> {
        self.data.borrow().table.iter_hashed().map(|(hash, item)| (hash, item.clone())).collect()
    }

    /// `hash(frozenset)`, which a frozenset remembers.
    pub fn hash(&self) -> i64 {
        let compute = || hash_frozenset(self.data.borrow().table.iter_hashed().map(|(hash, _)| hash));
        if !self.frozen { compute() } else { *self.hash.get_or_init(compute) }
    }

    /// Runs `f` on both tables. Where comparing members may run Python, which may change the sets, it gets copies.
    fn with_tables<R>(
        &self,
        other: &Set,
        i: &mut dyn Interp,
        f: impl FnOnce(&SetTable<Value>, &SetTable<Value>, &mut dyn FnMut(&Value, &Value) -> PyResult<bool>) -> PyResult<R>,
    ) -> PyResult<R> {
        i.charge(self.len().max(other.len()) as u64 / 4);
        let (x, y) = (self.data.borrow(), other.data.borrow());
        let mut equal = |a: &Value, b: &Value| ops::equal(i, a, b);
        if x.simple && y.simple {
            return f(&x.table, &y.table, &mut equal);
        }
        let (a, b) = (x.table.clone(), y.table.clone());
        drop((x, y));
        f(&a, &b, &mut equal)
    }

    /// `self | other`, `&`, `-`, `^`: of the kind of `self`.
    pub fn combined(&self, i: &mut dyn Interp, op: BinaryOp, other: &Set) -> PyResult<Rc<Set>> {
        let simple = self.data.borrow().simple && other.data.borrow().simple;
        i.reserve((self.len() + other.len()) * 32)?;
        let same_set = std::ptr::eq(self, other);
        let table = self.with_tables(other, i, |x, y, mut equal| match op {
            BinaryOp::Or => {
                let mut all = x.copy();
                all.merge(y, &mut equal)?;
                Ok(all)
            }
            BinaryOp::And if same_set => Ok(x.copy()),
            BinaryOp::And => x.intersection(y, &mut equal),
            BinaryOp::Sub => x.difference(y, &mut equal),
            _ => x.symmetric_difference(y, &mut equal),
        })?;
        Ok(Set::of_data(self.frozen, SetData { table, simple }))
    }

    /// Becomes what `other` is, which is left empty (`set_swap_bodies`).
    pub fn take_over(self: &Rc<Set>, other: &Set) {
        if !other.data.borrow().simple {
            gc::register(self);
        }
        let old = self.data.replace(other.data.take());
        finalizer::release_all(old.table.into_keys());
    }

    /// `self |= other` and so on.
    pub fn update_with(self: &Rc<Set>, i: &mut dyn Interp, op: BinaryOp, other: &Set) -> PyResult<()> {
        if std::ptr::eq(&**self, other) {
            if matches!(op, BinaryOp::Sub | BinaryOp::Xor) {
                self.clear();
            }
            return Ok(());
        }
        let simple = self.data.borrow().simple && other.data.borrow().simple;
        if !simple {
            gc::register(self);
        }
        i.reserve(other.len() * 32)?;
        if op == BinaryOp::And {
            let result = self.combined(i, op, other)?;
            self.take_over(&result);
            return Ok(());
        }
        if !simple {
            // Where equality is the program's, on a copy of the table slot by slot: the order stays that of the set itself.
            let (table, gone) = self.with_tables(other, i, |x, y, mut equal| {
                let mut table = x.clone();
                let gone = change(&mut table, op, y, &mut equal)?;
                Ok((table, gone))
            })?;
            let old = self.data.replace(SetData { table, simple });
            finalizer::release_all(old.table.into_keys());
            finalizer::release_all(gone);
            return Ok(());
        }
        i.charge(other.len() as u64 / 4);
        let gone = {
            let mut data = self.data.borrow_mut();
            let theirs = other.data.borrow();
            change(&mut data.table, op, &theirs.table, &mut |a: &Value, b: &Value| ops::equal(i, a, b))?
        };
        finalizer::release_all(gone);
        Ok(())
    }

    pub fn is_subset(&self, i: &mut dyn Interp, other: &Set) -> PyResult<bool> {
        self.with_tables(other, i, |x, y, mut equal| x.is_subset(y, &mut equal))
    }

    pub fn is_disjoint(&self, i: &mut dyn Interp, other: &Set) -> PyResult<bool> {
        if std::ptr::eq(self, other) {
            return Ok(self.is_empty());
        }
        self.with_tables(other, i, |x, y, mut equal| x.is_disjoint(y, &mut equal))
    }

    /// Equality, and the order of inclusion.
    pub fn compare(&self, i: &mut dyn Interp, op: CompareOp, other: &Set) -> PyResult<bool> {
        let (n, m) = (self.len(), other.len());
        match op {
            CompareOp::Eq => Ok(n == m && self.is_subset(i, other)?),
            CompareOp::Ne => Ok(n != m || !self.is_subset(i, other)?),
            CompareOp::Lt => Ok(n < m && self.is_subset(i, other)?),
            CompareOp::Le => self.is_subset(i, other),
            CompareOp::Gt => Ok(n > m && other.is_subset(i, self)?),
            CompareOp::Ge => other.is_subset(i, self),
        }
    }
}

fn is_unhashable(item: &Value) -> bool {
    matches!(item, Value::Set(_)) || matches!(type_of(item).lookup(known::HASH), None | Some(Value::None))
}

/// The hash of what is looked for; a set is looked for as a frozenset.
fn hash_of_member(i: &mut dyn Interp, item: &Value) -> Result<i64, Exc> {
    match item.plain() {
        // Unless its class says what its hash is.
        Value::Set(set) if !set.frozen && is_unhashable(item) => Ok(set.hash()),
        _ => ops::hash(i, item),
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        finalizer::release_all(self.data.take().table.into_keys());
    }
}

/// `table op= other` for `|`, `-` and `^`; gives the keys that went.
fn change(
    table: &mut SetTable<Value>,
    op: BinaryOp,
    other: &SetTable<Value>,
    equal: &mut impl Equality<Value, Exc>,
) -> PyResult<Vec<Value>> {
    match op {
        BinaryOp::Or => table.merge(other, equal).map(|()| Vec::new()),
        BinaryOp::Sub => table.difference_update(other, equal),
        _ => table.symmetric_difference_update(other, equal),
    }
}
