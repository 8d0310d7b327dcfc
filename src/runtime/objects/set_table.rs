//! The hash table of set and frozenset, slot by slot CPython's (Objects/setobject.c), so that sets iterate in its order.
//! Lookups ask for equality as a dict's do (`dict_table`).

use super::dict_table::{Candidate, Found, Probe, Same};

#[derive(Clone)]
enum Slot<K> {
    Unused,
    /// Something was deleted here; searches go on behind it.
    Dummy,
    Active(i64, K),
}

/// `PySet_MINSIZE`
const MIN_SLOTS: usize = 8;
const LINEAR_PROBES: usize = 9;

/// A set's table. Invariants: there are no slots (nothing was ever added) or a power of two of them, from 8 on; `used`
/// counts the active ones, `fill` active and dummy ones, and some slot is always unused.
#[derive(Clone)]
pub struct SetTable<K> {
    slots: Vec<Slot<K>>,
    fill: usize,
    used: usize,
    /// Where `pop` goes on searching.
    finger: usize,
    rebuilds: u32,
}

/// What equality says of two keys with equal hashes, in the operations on whole sets. An `Err` ends them.
pub trait Equality<K, E>: FnMut(&K, &K) -> Result<bool, E> {}
impl<K, E, F: FnMut(&K, &K) -> Result<bool, E>> Equality<K, E> for F {}

impl<K> Default for SetTable<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> SetTable<K> {
    pub const fn new() -> Self {
        SetTable { slots: Vec::new(), fill: 0, used: 0, finger: 0, rebuilds: 0 }
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Slots of CPython's table (for `sys.getsizeof`).
    pub fn slots(&self) -> usize {
        self.slots.len().max(MIN_SLOTS)
    }

    fn mask(&self) -> usize {
        self.slots() - 1
    }

    /// Looks a key up by its hash; gives its slot.
    pub fn find(&self, hash: i64, same: impl FnMut(&K) -> Same) -> Found {
        if self.slots.is_empty() {
            return Found::Absent;
        }
        self.search(hash, Probe::new(hash, self.mask()), same)
    }

    /// Goes on after the candidate's key turned out to be different; `None`: begin again.
    pub fn resume(&self, candidate: Candidate, hash: i64, same: impl FnMut(&K) -> Same) -> Option<Found> {
        if !self.still_there(candidate) {
            return None;
        }
        let mut probe = candidate.probe;
        advance(&mut probe, self.mask());
        Some(self.search(hash, probe, same))
    }

    /// Whether the candidate's slot still holds the key that was asked about: only then its answer counts.
    pub fn still_there(&self, candidate: Candidate) -> bool {
        candidate.rebuilds == self.rebuilds && self.key(candidate.entry).is_some()
    }

    fn search(&self, hash: i64, mut probe: Probe, mut same: impl FnMut(&K) -> Same) -> Found {
        let mask = self.mask();
        loop {
            let at = probe.slot + probe.offset;
            match &self.slots[at] {
                Slot::Unused => return Found::Absent,
                Slot::Active(other, key) if *other == hash => match same(key) {
                    Same::Yes => return Found::At(at),
                    Same::No => {}
                    Same::Ask => return Found::Ask(Candidate { entry: at, rebuilds: self.rebuilds, probe }),
                },
                _ => {}
            }
            advance(&mut probe, mask);
        }
    }

    /// Adds a key that a lookup has found absent.
    pub fn insert_new(&mut self, hash: i64, key: K) {
        if self.slots.is_empty() {
            self.slots.resize_with(MIN_SLOTS, || Slot::Unused);
        }
        self.used += 1;
        if self.put(hash, key) {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.grow();
        }
    }

    /// Into the last dummy on the way to the first unused slot of its hash, else into that; whether it was a dummy.
    fn put(&mut self, hash: i64, key: K) -> bool {
        let mask = self.mask();
        let mut probe = Probe::new(hash, mask);
        let mut dummy = None;
        loop {
            let at = probe.slot + probe.offset;
            match self.slots[at] {
                Slot::Unused => {
                    self.slots[dummy.unwrap_or(at)] = Slot::Active(hash, key);
                    return dummy.is_some();
                }
                Slot::Dummy => dummy = Some(at),
                Slot::Active(..) => {}
            }
            advance(&mut probe, mask);
        }
    }

    fn grow(&mut self) {
        self.resize(if self.used > 50000 { self.used * 2 } else { self.used * 4 });
    }

    /// `set_table_resize`: to more than `at_least` slots; dummies go.
    fn resize(&mut self, at_least: usize) {
        let size = (at_least + 1).next_power_of_two().max(MIN_SLOTS);
        if size == MIN_SLOTS && self.slots.len() <= MIN_SLOTS && self.fill == self.used {
            return;
        }
        let mut old = Vec::new();
        old.resize_with(size, || Slot::Unused);
        std::mem::swap(&mut self.slots, &mut old);
        self.rebuilds = self.rebuilds.wrapping_add(1);
        self.fill = self.used;
        for slot in old {
            if let Slot::Active(hash, key) = slot {
                self.put(hash, key);
            }
        }
    }

    /// `set_update` over a dict, `set_merge` over a set: one resize beforehand, as if no key were there twice.
    pub fn expect(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    pub fn key(&self, slot: usize) -> Option<&K> {
        match self.slots.get(slot) {
            Some(Slot::Active(_, key)) => Some(key),
            _ => None,
        }
    }

    /// Takes the key of a slot out.
    pub fn remove(&mut self, slot: usize) -> Option<K> {
        let place = self.slots.get_mut(slot).filter(|s| matches!(s, Slot::Active(..)))?;
        let Slot::Active(_, key) = std::mem::replace(place, Slot::Dummy) else { return None };
        self.used -= 1;
        Some(key)
    }

    /// `set.pop`
    pub fn pop(&mut self) -> Option<K> {
        if self.used == 0 {
            return None;
        }
        let mut at = self.finger & self.mask();
        while !matches!(self.slots[at], Slot::Active(..)) {
            at = if at == self.mask() { 0 } else { at + 1 };
        }
        self.finger = at + 1;
        self.remove(at)
    }

    /// The first key at or behind `position`, and its slot: to go through a set keep `slot + 1`.
    pub fn next_from(&self, position: usize) -> Option<(usize, &K)> {
        let rest = self.slots.get(position..)?;
        rest.iter().enumerate().find_map(|(i, slot)| match slot {
            Slot::Active(_, key) => Some((position + i, key)),
            _ => None,
        })
    }

    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.iter_hashed().map(|(_, key)| key)
    }

    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, &K)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Active(hash, key) => Some((*hash, key)),
            _ => None,
        })
    }

    /// The keys, to be replaced by others of the same hashes.
    pub fn keys_mut(&mut self) -> impl Iterator<Item = &mut K> {
        self.slots.iter_mut().filter_map(|slot| if let Slot::Active(_, key) = slot { Some(key) } else { None })
    }

    /// Empties the table and gives what was in it (`set.clear`).
    pub fn take(&mut self) -> SetTable<K> {
        let rebuilds = self.rebuilds.wrapping_add(1);
        std::mem::replace(self, SetTable { rebuilds, finger: self.finger, ..Self::new() })
    }

    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.slots.into_iter().filter_map(|slot| match slot {
            Slot::Active(_, key) => Some(key),
            _ => None,
        })
    }

    /// `resize them away` if more than a quarter are dummies: what `difference_update` ends with.
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.grow();
        }
    }
}

/// The next slot of a search: nine more in a row if they do not run over the end, then a jump from where they began.
fn advance(probe: &mut Probe, mask: usize) {
    let row = if probe.slot + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
    if probe.offset < row { probe.offset += 1 } else { probe.jump(mask) }
}

/// Operations on whole sets. They call `same` with the tables borrowed: where it may run Python that could change them,
/// let them work on clones.
impl<K: Clone> SetTable<K> {
    fn slot_of<E>(&self, hash: i64, key: &K, same: &mut impl Equality<K, E>) -> Result<Option<usize>, E> {
        let mut error = None;
        let found = self.find(hash, |other| match same(other, key) {
            Ok(true) => Same::Yes,
            Ok(false) => Same::No,
            Err(e) => {
                error = Some(e);
                Same::Ask
            }
        });
        match (error, found) {
            (Some(error), _) => Err(error),
            (None, Found::At(slot)) => Ok(Some(slot)),
            (None, _) => Ok(None),
        }
    }

    pub fn contains<E>(&self, hash: i64, key: &K, same: &mut impl Equality<K, E>) -> Result<bool, E> {
        Ok(self.slot_of(hash, key, same)?.is_some())
    }

    pub fn add<E>(&mut self, hash: i64, key: &K, same: &mut impl Equality<K, E>) -> Result<(), E> {
        if !self.contains(hash, key, same)? {
            self.insert_new(hash, key.clone());
        }
        Ok(())
    }

    pub fn discard<E>(&mut self, hash: i64, key: &K, same: &mut impl Equality<K, E>) -> Result<Option<K>, E> {
        Ok(self.slot_of(hash, key, same)?.and_then(|slot| self.remove(slot)))
    }

    /// `set_merge`: `self |= other`; into an empty set it is the copy (`set(other)`, `other.copy()`).
    pub fn merge<E>(&mut self, other: &Self, same: &mut impl Equality<K, E>) -> Result<(), E> {
        if other.used == 0 {
            return Ok(());
        }
        self.expect(other.used);
        if self.fill == 0 {
            if self.slots() == other.slots() && other.fill == other.used {
                self.slots = other.slots.clone();
                self.rebuilds = self.rebuilds.wrapping_add(1);
            } else {
                if self.slots.is_empty() {
                    self.slots.resize_with(MIN_SLOTS, || Slot::Unused);
                }
                for (hash, key) in other.iter_hashed() {
                    self.put(hash, key.clone());
                }
            }
            (self.fill, self.used) = (other.used, other.used);
            return Ok(());
        }
        for (hash, key) in other.iter_hashed() {
            self.add(hash, key, same)?;
        }
        Ok(())
    }

    /// `set(self)`: a table of its own size, without dummies.
    pub fn copy(&self) -> Self {
        let mut out = SetTable::new();
        // Into an empty table nothing is compared.
        let _ = out.merge(self, &mut |_: &K, _: &K| Ok::<bool, ()>(false));
        out
    }

    /// `self & other` of two different sets.
    pub fn intersection<E>(&self, other: &Self, same: &mut impl Equality<K, E>) -> Result<Self, E> {
        let (through, within) = if other.used > self.used { (self, other) } else { (other, self) };
        let mut out = SetTable::new();
        for (hash, key) in through.iter_hashed() {
            if within.contains(hash, key, same)? {
                out.add(hash, key, same)?;
            }
        }
        Ok(out)
    }

    /// `self - other`
    pub fn difference<E>(&self, other: &Self, same: &mut impl Equality<K, E>) -> Result<Self, E> {
        if self.used >> 2 > other.used {
            let mut out = self.copy();
            out.difference_update(other, same)?;
            return Ok(out);
        }
        let mut out = SetTable::new();
        for (hash, key) in self.iter_hashed() {
            if !other.contains(hash, key, same)? {
                out.add(hash, key, same)?;
            }
        }
        Ok(out)
    }

    /// `self -= other`; gives the keys that went.
    pub fn difference_update<E>(&mut self, other: &Self, same: &mut impl Equality<K, E>) -> Result<Vec<K>, E> {
        let common = if other.used >> 3 > self.used { Some(self.intersection(other, same)?) } else { None };
        let mut gone = Vec::new();
        for (hash, key) in common.as_ref().unwrap_or(other).iter_hashed() {
            gone.extend(self.discard(hash, key, same)?);
        }
        self.drop_dummies();
        Ok(gone)
    }

    /// `self ^= other`; gives the keys that went.
    pub fn symmetric_difference_update<E>(
        &mut self,
        other: &Self,
        same: &mut impl Equality<K, E>,
    ) -> Result<Vec<K>, E> {
        let mut gone = Vec::new();
        for (hash, key) in other.iter_hashed() {
            match self.discard(hash, key, same)? {
                Some(key) => gone.push(key),
                None => self.add(hash, key, same)?,
            }
        }
        Ok(gone)
    }

    /// `self ^ other`: CPython copies the other and takes this one from it.
    pub fn symmetric_difference<E>(&self, other: &Self, same: &mut impl Equality<K, E>) -> Result<Self, E> {
        let mut out = other.copy();
        out.symmetric_difference_update(self, same)?;
        Ok(out)
    }

    pub fn is_subset<E>(&self, other: &Self, same: &mut impl Equality<K, E>) -> Result<bool, E> {
        if self.used > other.used {
            return Ok(false);
        }
        for (hash, key) in self.iter_hashed() {
            if !other.contains(hash, key, same)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub fn is_disjoint<E>(&self, other: &Self, same: &mut impl Equality<K, E>) -> Result<bool, E> {
        let (through, within) = if other.used > self.used { (self, other) } else { (other, self) };
        for (hash, key) in through.iter_hashed() {
            if within.contains(hash, key, same)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objects::hash::hash_int;
    use crate::objects::str::PyStr;

    #[derive(Clone, PartialEq)]
    enum Key {
        Int(i64),
        Str(PyStr),
    }

    fn key(text: &str) -> (i64, Key) {
        match text.parse::<i64>() {
            Ok(value) => (hash_int(value), Key::Int(value)),
            Err(_) => {
                let text = PyStr::from(text);
                (text.hash(), Key::Str(text))
            }
        }
    }

    fn show(table: &SetTable<Key>) -> String {
        let names = table.iter().map(|k| match k {
            Key::Int(value) => value.to_string(),
            Key::Str(text) => text.to_string(),
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn sets_iterate_in_the_order_of_cpython() {
        let mut same = |a: &Key, b: &Key| Ok::<bool, ()>(a == b);
        let mut sets: Vec<SetTable<Key>> = Vec::new();
        for line in include_str!("../../../tests/tables/set.tsv").lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let at = |i: usize| fields[i].parse::<usize>().unwrap();
            match fields[0] {
                "new" => sets = vec![SetTable::new(); 4],
                "add" => {
                    let (hash, key) = key(fields[2]);
                    sets[at(1)].add(hash, &key, &mut same).unwrap();
                }
                "discard" => {
                    let (hash, key) = key(fields[2]);
                    sets[at(1)].discard(hash, &key, &mut same).unwrap();
                }
                "pop" => {
                    let popped = sets[at(1)].pop();
                    assert!(
                        popped == fields[2].split(' ').next().filter(|t| !t.is_empty()).map(|t| key(t).1),
                        "{line}"
                    );
                }
                "clear" => drop(sets[at(1)].take()),
                "show" => {
                    assert_eq!(show(&sets[at(1)]), fields[2], "{line}");
                    assert_eq!(sets[at(1)].slots().to_string(), fields[3], "{line}");
                }
                operation => {
                    let (a, b) = (&sets[at(2)].clone(), &sets[at(3)].clone());
                    let target = at(1);
                    match operation {
                        "copy" => sets[target] = a.copy(),
                        "or" => {
                            let mut out = a.copy();
                            out.merge(b, &mut same).unwrap();
                            sets[target] = out;
                        }
                        "and" => sets[target] = a.intersection(b, &mut same).unwrap(),
                        "sub" => sets[target] = a.difference(b, &mut same).unwrap(),
                        "xor" => sets[target] = a.symmetric_difference(b, &mut same).unwrap(),
                        "ior" => sets[target].merge(b, &mut same).unwrap(),
                        "isub" => drop(sets[target].difference_update(b, &mut same).unwrap()),
                        "ixor" => drop(sets[target].symmetric_difference_update(b, &mut same).unwrap()),
                        _ => panic!("{line}"),
                    }
                }
            }
        }
    }

    #[test]
    fn what_the_closure_cannot_decide_is_asked_and_resumed() {
        let mut table = SetTable::new();
        for key in 0..20 {
            table.insert_new(3, key);
        }
        let Found::Ask(first) = table.find(3, |_| Same::Ask) else { panic!() };
        let asked = table.key(first.entry).copied();
        assert_eq!(
            table.resume(first, 3, |k| if Some(*k) == asked { Same::Yes } else { Same::No }),
            Some(Found::Absent)
        );
        let found = table.resume(first, 3, |k| if *k == 19 { Same::Yes } else { Same::No });
        assert!(matches!(found, Some(Found::At(slot)) if table.key(slot) == Some(&19)));
        table.remove(first.entry);
        assert_eq!(table.resume(first, 3, |_| Same::No), None);
    }
}
