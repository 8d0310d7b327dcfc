//! What every heap object carries: its identity.

use std::cell::Cell;

/// The identity of an object. Dealt when first asked for (`id()`, default reprs), so that it depends on the program
/// alone and never on an allocator; kept when an object is resurrected. The upper 8 bits are the run's that dealt it:
/// interned strings and built-in classes outlive a run, and get another identity in the next.
#[derive(Debug)]
pub struct Header {
    id: Cell<u32>,
    /// The cycle collector knows the object ([`super::gc`]).
    tracked: Cell<bool>,
    /// There may be weak references to it, which are kept elsewhere ([`super::weak`]).
    watched: Cell<bool>,
    /// Where in the program it was made, by the number of a site; 0 where nobody asks ([`set_site`]).
    site: u16,
}

impl Default for Header {
    #[inline(always)]
    fn default() -> Header {
        let (id, tracked, watched) = Default::default();
        Header { id, tracked, watched, site: SITE.get() }
    }
}

const RUN_SHIFT: u32 = 24;
const WITHIN_RUN: u32 = (1 << RUN_SHIFT) - 1;

thread_local! {
    static LAST_ID: Cell<u32> = const { Cell::new(1 << RUN_SHIFT) };
    static RUNS: Cell<u32> = const { Cell::new(0) };
    static LAST_TEMPORARY: Cell<(usize, u32)> = const { Cell::new((0, 0)) };
    static SITE: Cell<u16> = const { Cell::new(0) };
}

/// The site at which objects are made from now on (`tracemalloc`); 0: nobody asks. Gives the one before.
pub fn set_site(site: u16) -> u16 {
    SITE.replace(site)
}

/// Whether somebody asks where objects are made.
pub fn notes_sites() -> bool {
    SITE.get() != 0
}

/// The identity dealt last in this run; a session sets it when its turn to run comes and keeps it afterwards.
pub fn swap_last_id(last: u32) -> u32 {
    LAST_ID.replace(last)
}

/// What a new run sets as its last identity: none is dealt. Nobody asks yet where objects are made.
pub fn ids_of_new_run() -> u32 {
    SITE.set(0);
    let run = RUNS.get() % 255 + 1;
    RUNS.set(run);
    run << RUN_SHIFT
}

impl Header {
    /// `id()`: looks like an address of a 64-bit CPython, 16-byte aligned, unique within the run.
    pub fn address(&self) -> i64 {
        let last = LAST_ID.get();
        if !self.is_dealt() {
            let id = last & !WITHIN_RUN | (last + 1) & WITHIN_RUN;
            LAST_ID.set(id);
            self.id.set(id);
        }
        0x7f00_0000_0000 + i64::from(self.id.get() & WITHIN_RUN) * 48
    }

    /// The identity of an object of which nobody knows but who asks, and that is gone after that: the next such one of
    /// the same `kind` has it too, as the same piece of memory is used again.
    pub fn address_of_temporary(&self, kind: usize) -> i64 {
        let (known, id) = LAST_TEMPORARY.get();
        if known == kind && id >> RUN_SHIFT == LAST_ID.get() >> RUN_SHIFT && !self.is_dealt() {
            self.id.set(id);
        }
        let address = self.address();
        LAST_TEMPORARY.set((kind, self.id.get()));
        address
    }

    #[inline(always)]
    pub fn is_tracked(&self) -> bool {
        self.tracked.get()
    }

    /// The cycle collector knows the object from now on; whether it did before.
    pub fn track(&self) -> bool {
        self.tracked.replace(true)
    }

    #[inline(always)]
    pub fn is_watched(&self) -> bool {
        self.watched.get()
    }

    pub fn set_watched(&self, watched: bool) {
        self.watched.set(watched);
    }

    /// The site at which the object was made.
    pub fn site(&self) -> u16 {
        self.site
    }

    /// Whether both have been given the same identity.
    #[inline]
    pub fn is_same(&self, other: &Header) -> bool {
        self.id.get() != 0 && self.id.get() == other.id.get()
    }

    /// Whether it has been dealt an identity in this run.
    pub fn is_dealt(&self) -> bool {
        self.id.get() >> RUN_SHIFT == LAST_ID.get() >> RUN_SHIFT
    }

    /// Takes the identity over from a predecessor (resurrection).
    pub fn adopt(&self, other: &Header) {
        self.id.set(other.id.get());
    }
}
