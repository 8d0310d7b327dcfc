//! The insertion-ordered hash table of dict, growing as CPython's does; and how a lookup asks its caller for equality.
//!
//! A table never calls into Python. A lookup hands its closure the keys whose hash is equal; what the closure cannot
//! decide by itself (an `__eq__` written in Python) comes back as a `Candidate`. The caller then lets go of the table,
//! compares, and goes on from the candidate; if the table was rebuilt meanwhile, it begins again, as CPython does.

/// What is known of two keys with equal hashes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Same {
    Yes,
    No,
    /// Python code must say.
    Ask,
}

/// The result of a lookup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// The entry's index (dict) or slot (set).
    At(usize),
    Absent,
    /// Compare with the key at `Candidate::entry`, then go on with `resume`.
    Ask(Candidate),
}

/// An entry whose key may be the one sought, and the state of the search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    pub entry: usize,
    pub(super) rebuilds: u32,
    pub(super) probe: Probe,
}

/// The sequence of slots that a hash visits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Probe {
    pub slot: usize,
    pub perturb: u64,
    /// How far a set's linear probing is beyond `slot`.
    pub offset: usize,
}

impl Probe {
    pub fn new(hash: i64, mask: usize) -> Probe {
        Probe { slot: hash as usize & mask, perturb: hash as u64, offset: 0 }
    }

    pub fn jump(&mut self, mask: usize) {
        self.perturb >>= 5;
        // Only the low bits count, so a 32-bit machine computes the same slots.
        self.offset = 0;
        self.slot = self.slot.wrapping_mul(5).wrapping_add(self.perturb as usize).wrapping_add(1) & mask;
    }
}

#[derive(Clone)]
struct Entry<K, V> {
    hash: i64,
    key: K,
    value: V,
}

/// A dict's table. Invariants: `entries` stands in the order of insertion, with `None` where one was deleted;
/// `index`, if the table has more than 8 slots, holds for each slot the number of an entry, `FREE` or `DELETED`. Above
/// the bits that the slots' number needs stand those of the entry's hash, so that most entries of other hashes are
/// passed by without a look at them. Entries fill two thirds of the slots, so no number looks like the two marks.
pub struct DictTable<K, V> {
    index: Vec<u32>,
    entries: Vec<Option<Entry<K, V>>>,
    used: usize,
    /// Before it all entries are deleted ones: a queue of a dict need not go through them to find its first.
    first: usize,
    /// Entries that may still be appended before the table is rebuilt.
    usable: usize,
    rebuilds: u32,
}

const FREE: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;
/// `PyDict_MINSIZE`
const MIN_SLOTS: usize = 8;

/// `USABLE_FRACTION`
fn usable_of(slots: usize) -> usize {
    slots * 2 / 3
}

impl<K, V> Default for DictTable<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> DictTable<K, V> {
    pub const fn new() -> Self {
        DictTable { index: Vec::new(), entries: Vec::new(), used: 0, first: 0, usable: 0, rebuilds: 0 }
    }

    pub fn with_capacity(entries: usize) -> Self {
        let mut table = Self::new();
        if entries > 0 {
            table.rebuild((entries * 3).div_ceil(2));
        }
        table
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Slots that CPython's table of this size has (for `sys.getsizeof`).
    pub fn slots(&self) -> usize {
        if self.usable + self.entries.len() == 0 { 1 } else { self.index.len().max(MIN_SLOTS) }
    }

    /// Changes when indices of entries change.
    pub fn rebuilds(&self) -> u32 {
        self.rebuilds
    }

    /// Looks a key up by its hash; `same` sees only keys of equal hash, in the order in which they stand.
    pub fn find(&self, hash: i64, same: impl FnMut(&K) -> Same) -> Found {
        let mask = self.index.len().saturating_sub(1);
        self.search(hash, Probe::new(hash, mask), same)
    }

    /// Goes on after the candidate's key turned out to be different. `None`: the table has been rebuilt or the entry
    /// is gone, so the search must begin again.
    pub fn resume(&self, candidate: Candidate, hash: i64, same: impl FnMut(&K) -> Same) -> Option<Found> {
        if !self.still_there(candidate) {
            return None;
        }
        let mut probe = candidate.probe;
        if self.index.is_empty() {
            probe.slot += 1;
        } else {
            probe.jump(self.index.len() - 1);
        }
        Some(self.search(hash, probe, same))
    }

    /// Whether the candidate's entry is the one that was asked about: only then its answer counts.
    pub fn still_there(&self, candidate: Candidate) -> bool {
        candidate.rebuilds == self.rebuilds && self.entries.get(candidate.entry).is_some_and(Option::is_some)
    }

    fn search(&self, hash: i64, mut probe: Probe, mut same: impl FnMut(&K) -> Same) -> Found {
        // Up to 8 slots, that is 5 entries, going through them is the fastest search.
        if self.index.is_empty() {
            for (at, entry) in self.entries.iter().enumerate().skip(probe.slot) {
                let Some(entry) = entry.as_ref().filter(|e| e.hash == hash) else { continue };
                match same(&entry.key) {
                    Same::Yes => return Found::At(at),
                    Same::No => {}
                    Same::Ask => {
                        probe.slot = at;
                        return Found::Ask(Candidate { entry: at, rebuilds: self.rebuilds, probe });
                    }
                }
            }
            return Found::Absent;
        }
        let mask = self.index.len() - 1;
        loop {
            match self.index[probe.slot] {
                FREE => return Found::Absent,
                DELETED => {}
                word if (word ^ hash as u32) & !(mask as u32) != 0 => {}
                word => {
                    let at = word as usize & mask;
                    if let Some(entry) = self.entries[at].as_ref().filter(|e| e.hash == hash) {
                        match same(&entry.key) {
                            Same::Yes => return Found::At(at),
                            Same::No => {}
                            Same::Ask => {
                                return Found::Ask(Candidate { entry: at, rebuilds: self.rebuilds, probe });
                            }
                        }
                    }
                }
            }
            probe.jump(mask);
        }
    }

    /// Appends a key that a lookup has found absent; gives its index.
    pub fn insert_new(&mut self, hash: i64, key: K, value: V) -> usize {
        if self.usable == 0 {
            // GROWTH_RATE
            self.rebuild(self.used * 3);
        }
        let at = self.entries.len();
        self.enter(hash, at);
        self.entries.push(Some(Entry { hash, key, value }));
        self.used += 1;
        self.usable -= 1;
        at
    }

    /// Puts an entry's number into the first free slot of its hash.
    fn enter(&mut self, hash: i64, at: usize) {
        if self.index.is_empty() {
            return;
        }
        let mask = self.index.len() - 1;
        let mut probe = Probe::new(hash, mask);
        while self.index[probe.slot] < DELETED {
            probe.jump(mask);
        }
        self.index[probe.slot] = at as u32 | (hash as u32 & !(mask as u32));
    }

    /// Makes a table of at least `slots` slots without deleted entries.
    fn rebuild(&mut self, slots: usize) {
        self.entries.retain(Option::is_some);
        self.first = 0;
        self.enter_all(slots);
    }

    /// Makes an index of at least `slots` slots for the entries that stand there.
    fn enter_all(&mut self, slots: usize) {
        let slots = slots.max(MIN_SLOTS).next_power_of_two();
        self.usable = usable_of(slots) - self.entries.len();
        self.rebuilds = self.rebuilds.wrapping_add(1);
        self.index = if slots > MIN_SLOTS { vec![FREE; slots] } else { Vec::new() };
        self.entries.reserve_exact(self.usable);
        for at in 0..self.entries.len() {
            if let Some(hash) = self.entries[at].as_ref().map(|e| e.hash) {
                self.enter(hash, at);
            }
        }
    }

    pub fn key(&self, at: usize) -> Option<&K> {
        self.entries.get(at)?.as_ref().map(|e| &e.key)
    }

    pub fn value(&self, at: usize) -> Option<&V> {
        self.entries.get(at)?.as_ref().map(|e| &e.value)
    }

    pub fn value_mut(&mut self, at: usize) -> Option<&mut V> {
        self.entries.get_mut(at)?.as_mut().map(|e| &mut e.value)
    }

    pub fn hash_at(&self, at: usize) -> Option<i64> {
        self.entries.get(at)?.as_ref().map(|e| e.hash)
    }

    /// Takes an entry out; the indices of the others stay.
    pub fn remove(&mut self, at: usize) -> Option<(K, V)> {
        let entry = self.entries.get_mut(at)?.take()?;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut probe = Probe::new(entry.hash, mask);
            while self.index[probe.slot] as usize & mask != at {
                probe.jump(mask);
            }
            self.index[probe.slot] = DELETED;
        }
        self.used -= 1;
        if at == self.first {
            let deleted = self.entries[at..].iter().take_while(|entry| entry.is_none()).count();
            self.first += deleted;
        }
        Some((entry.key, entry.value))
    }

    /// Makes an entry the first one. What stands before the first has room for as many as there are.
    pub fn move_to_front(&mut self, at: usize) {
        let Some(hash) = self.hash_at(at) else { return };
        let Some((key, value)) = self.remove(at) else { return };
        if self.first == 0 {
            self.entries.retain(Option::is_some);
            self.first = self.used + 1;
            self.entries.splice(..0, std::iter::repeat_with(|| None).take(self.first));
            // As many again may be appended before all this is done anew.
            self.enter_all(self.entries.len() * 3);
        }
        self.first -= 1;
        self.enter(hash, self.first);
        self.entries[self.first] = Some(Entry { hash, key, value });
        self.used += 1;
    }

    /// `popitem`: the entry that was inserted last.
    pub fn pop_last(&mut self) -> Option<(K, V)> {
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        self.first = self.first.min(self.entries.len());
        let last = self.remove(self.entries.len().checked_sub(1)?);
        self.entries.pop();
        self.first = self.first.min(self.entries.len());
        last
    }

    /// The first entry at or behind `position`, and its index: to go through a dict keep `index + 1`.
    pub fn next_from(&self, position: usize) -> Option<(usize, &K, &V)> {
        let position = position.max(self.first);
        let rest = self.entries.get(position..)?;
        rest.iter().enumerate().find_map(|(i, e)| e.as_ref().map(|e| (position + i, &e.key, &e.value)))
    }

    /// The last entry before `position` (`reversed(d)`); start with `end`.
    pub fn next_back_from(&self, position: usize) -> Option<(usize, &K, &V)> {
        let rest = self.entries.get(..position)?;
        rest.iter().enumerate().rev().find_map(|(i, e)| e.as_ref().map(|e| (i, &e.key, &e.value)))
    }

    /// One behind the greatest index.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.entries.iter().flatten().map(|e| (&e.key, &e.value))
    }

    /// With hashes, so that another table can be filled without hashing again.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, &K, &V)> {
        self.entries.iter().flatten().map(|e| (e.hash, &e.key, &e.value))
    }

    /// The same table of other keys and values: `replaced` gives them, with the key's hash.
    pub fn replaced(&self, mut replaced: impl FnMut(i64, &K, &V) -> (i64, K, V)) -> Self {
        let mut hashes_stay = true;
        let entries = self.entries.iter().map(|entry| {
            let entry = entry.as_ref()?;
            let (hash, key, value) = replaced(entry.hash, &entry.key, &entry.value);
            hashes_stay &= hash == entry.hash;
            Some(Entry { hash, key, value })
        });
        let (entries, index) = (entries.collect(), self.index.clone());
        let DictTable { used, first, usable, rebuilds, .. } = *self;
        let mut copy = DictTable { index, entries, used, first, usable, rebuilds };
        if !hashes_stay {
            copy.index.fill(FREE);
            for at in 0..copy.entries.len() {
                if let Some(hash) = copy.hash_at(at) {
                    copy.enter(hash, at);
                }
            }
        }
        copy
    }

    /// Empties the table and gives what was in it.
    pub fn take(&mut self) -> DictTable<K, V> {
        let rebuilds = self.rebuilds.wrapping_add(1);
        std::mem::replace(self, DictTable { rebuilds, ..Self::new() })
    }

    pub fn into_entries(self) -> impl Iterator<Item = (K, V)> {
        self.entries.into_iter().flatten().map(|e| (e.key, e.value))
    }
}

impl<K: Clone, V: Clone> DictTable<K, V> {
    /// Has from now on what another table has.
    pub fn become_copy(&mut self, other: &Self) {
        let rebuilds = self.rebuilds.wrapping_add(1);
        *self = DictTable { rebuilds, ..other.clone() };
    }
}

impl<K: Clone, V: Clone> Clone for DictTable<K, V> {
    /// As it stands, if few entries are deleted ones (`clone_combined_dict_keys`).
    fn clone(&self) -> Self {
        if self.used > 0 && self.used >= self.entries.len() * 2 / 3 {
            let entries = self.entries.clone();
            return DictTable { index: self.index.clone(), entries, rebuilds: 0, ..*self };
        }
        let mut copy = Self::with_capacity(self.used);
        for (hash, key, value) in self.iter_hashed() {
            copy.insert_new(hash, key.clone(), value.clone());
        }
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(table: &mut DictTable<i64, i64>, key: i64, value: i64) {
        // Few hashes, so that probes collide.
        match table.find(key % 7, |k| if *k == key { Same::Yes } else { Same::No }) {
            Found::At(at) => *table.value_mut(at).unwrap() = value,
            Found::Absent => {
                table.insert_new(key % 7, key, value);
            }
            Found::Ask(_) => unreachable!(),
        }
    }

    fn find(table: &DictTable<i64, i64>, key: i64) -> Found {
        table.find(key % 7, |k| if *k == key { Same::Yes } else { Same::No })
    }

    #[test]
    fn entries_keep_their_order_through_growth_and_deletion() {
        let mut table = DictTable::new();
        let mut model: Vec<(i64, i64)> = Vec::new();
        let mut random = 12345u64;
        for step in 0..5000 {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let key = (random >> 33) as i64 % 60;
            match (random >> 20) % 10 {
                0..6 => {
                    set(&mut table, key, step);
                    match model.iter_mut().find(|(k, _)| *k == key) {
                        Some(pair) => pair.1 = step,
                        None => model.push((key, step)),
                    }
                }
                6 if step % 3 == 0 => {
                    if let Found::At(at) = find(&table, key) {
                        table.move_to_front(at);
                        let place = model.iter().position(|(k, _)| *k == key).unwrap();
                        model[..=place].rotate_right(1);
                    }
                }
                6..9 => {
                    let removed = match find(&table, key) {
                        Found::At(at) => table.remove(at),
                        _ => None,
                    };
                    let at = model.iter().position(|(k, _)| *k == key);
                    assert_eq!(removed, at.map(|at| model.remove(at)));
                }
                _ => assert_eq!(table.pop_last(), model.pop()),
            }
            assert_eq!(table.len(), model.len());
        }
        assert!(table.iter().map(|(k, v)| (*k, *v)).eq(model.iter().copied()));
        assert!(table.clone().into_entries().eq(model.iter().copied()));
        let mut position = table.end();
        for pair in model.iter().rev() {
            let (at, key, value) = table.next_back_from(position).unwrap();
            assert_eq!((*key, *value), *pair);
            position = at;
        }
    }

    #[test]
    fn what_the_closure_cannot_decide_is_asked_and_resumed() {
        for size in [3, 30] {
            let mut table = DictTable::new();
            for key in 0..size {
                table.insert_new(1, key, key);
            }
            let Found::Ask(first) = table.find(1, |_| Same::Ask) else { panic!() };
            assert_eq!(table.key(first.entry), Some(&0));
            let Some(Found::Ask(second)) = table.resume(first, 1, |_| Same::Ask) else { panic!() };
            assert_eq!(table.key(second.entry), Some(&1));
            let found = table.resume(second, 1, |k| if *k == size - 1 { Same::Yes } else { Same::No });
            assert_eq!(found, Some(Found::At(size as usize - 1)));
            table.remove(1);
            assert_eq!(table.resume(second, 1, |_| Same::No), None);
            assert_eq!(table.resume(first, 1, |_| Same::No), Some(Found::Absent));
            for key in 0..size * 4 {
                table.insert_new(key, key, 0);
            }
            assert_eq!(table.resume(first, 1, |_| Same::No), None);
        }
    }

    #[test]
    fn slots_grow_as_in_cpython() {
        // sys.getsizeof of a dict grows after 5, 10, 21, 42, 85 entries.
        let mut table = DictTable::new();
        let mut sizes = vec![];
        for key in 0..100 {
            table.insert_new(key, key, ());
            if sizes.last() != Some(&table.slots()) {
                sizes.push(table.slots());
            }
        }
        assert_eq!(sizes, [8, 16, 32, 64, 128, 256]);
    }
}
