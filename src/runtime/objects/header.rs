//! What every heap object carries: its identity.

use std::cell::Cell;

/// The identity of an object. Dealt when first asked for (`id()`, default reprs), so that it depends on the program
/// alone and never on an allocator; kept when an object is resurrected.
#[derive(Debug)]
pub struct Header {
    id: Cell<u32>,
    /// The run that dealt it: interned strings and built-in classes outlive a run, and get another identity in the next.
    run: Cell<u16>,
    /// [`TRACKED`], [`WATCHED`], and below them where in the program it was made, by the number of a site; 0 where nobody
    /// asks ([`set_site`]).
    marks: Cell<u16>,
}

/// The cycle collector knows the object ([`super::gc`]).
const TRACKED: u16 = 1 << 15;
/// There may be weak references to it, which are kept elsewhere ([`super::weak`]).
const WATCHED: u16 = 1 << 14;
/// The greatest number of a site.
pub const LAST_SITE: u16 = WATCHED - 1;

impl Default for Header {
    #[inline(always)]
    fn default() -> Header {
        Header { id: Cell::new(0), run: Cell::new(0), marks: Cell::new(SITE.get()) }
    }
}

/// The identities that a run has dealt: its number, and the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dealt {
    run: u16,
    last: u32,
}

thread_local! {
    static DEALT: Cell<Dealt> = const { Cell::new(Dealt { run: 1, last: 0 }) };
    static RUNS: Cell<u16> = const { Cell::new(0) };
    static LAST_TEMPORARY: Cell<(usize, Dealt)> = const { Cell::new((0, Dealt { run: 0, last: 0 })) };
    static SITE: Cell<u16> = const { Cell::new(0) };
}

/// The site at which objects are made from now on (`tracemalloc`), at most [`LAST_SITE`]; 0: nobody asks. Gives the one
/// before.
pub fn set_site(site: u16) -> u16 {
    SITE.replace(site)
}

/// Whether somebody asks where objects are made.
pub fn notes_sites() -> bool {
    SITE.get() != 0
}

/// What has been dealt in this run; a session sets it when its turn to run comes and keeps it afterwards.
pub fn swap_dealt(dealt: Dealt) -> Dealt {
    DEALT.replace(dealt)
}

/// What a new run has dealt: nothing. Nobody asks yet where objects are made.
pub fn dealt_by_new_run() -> Dealt {
    SITE.set(0);
    let run = RUNS.get() % u16::MAX + 1;
    RUNS.set(run);
    Dealt { run, last: 0 }
}

impl Header {
    /// `id()`: looks like an address of a 64-bit CPython, 16-byte aligned, unique within the run.
    pub fn address(&self) -> i64 {
        let Dealt { run, last } = DEALT.get();
        let next = last.wrapping_add(1);
        if !self.is_dealt() {
            DEALT.set(Dealt { run, last: next });
            self.take(run, next);
        }
        0x7f00_0000_0000 + i64::from(self.id.get()) * 48
    }

    fn take(&self, run: u16, id: u32) {
        self.run.set(run);
        self.id.set(id);
    }

    /// The identity of an object of which nobody knows but who asks, and that is gone after that: the next such one of
    /// the same `kind` has it too, as the same piece of memory is used again.
    pub fn address_of_temporary(&self, kind: usize) -> i64 {
        let (known, Dealt { run, last }) = LAST_TEMPORARY.get();
        if known == kind && run == DEALT.get().run && !self.is_dealt() {
            self.take(run, last);
        }
        let address = self.address();
        LAST_TEMPORARY.set((kind, Dealt { run: self.run.get(), last: self.id.get() }));
        address
    }

    #[inline(always)]
    pub fn is_tracked(&self) -> bool {
        self.marks.get() & TRACKED != 0
    }

    /// The cycle collector knows the object from now on; whether it did before.
    pub fn track(&self) -> bool {
        self.marks.replace(self.marks.get() | TRACKED) & TRACKED != 0
    }

    #[inline(always)]
    pub fn is_watched(&self) -> bool {
        self.marks.get() & WATCHED != 0
    }

    pub fn set_watched(&self, watched: bool) {
        let others = self.marks.get() & !WATCHED;
        self.marks.set(if watched { others | WATCHED } else { others });
    }

    /// The site at which the object was made.
    pub fn site(&self) -> u16 {
        self.marks.get() & LAST_SITE
    }

    /// Whether both have been given the same identity.
    #[inline]
    pub fn is_same(&self, other: &Header) -> bool {
        self.id.get() != 0 && self.id.get() == other.id.get() && self.run.get() == other.run.get()
    }

    /// Whether it has been dealt an identity in this run.
    pub fn is_dealt(&self) -> bool {
        self.run.get() == DEALT.get().run
    }

    /// Takes the identity over from a predecessor (resurrection).
    pub fn adopt(&self, other: &Header) {
        self.take(other.run.get(), other.id.get());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_outlives_a_thousand_runs_is_in_none_of_them_another_object() {
        swap_dealt(dealt_by_new_run());
        let lasting = Header::default();
        lasting.address();
        for _ in 0..1000 {
            swap_dealt(dealt_by_new_run());
            let fresh = Header::default();
            fresh.address();
            assert!(!lasting.is_same(&fresh));
            assert_ne!(lasting.address(), fresh.address());
        }
    }
}
