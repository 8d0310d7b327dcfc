//! CPython's order of comparisons in sorting (Objects/listobject.c, listsort.txt): runs that are there, binary insertion
//! into short ones, merges by powersort with galloping. What is compared with what shows in a program's `__lt__`, in
//! the error that a comparison raises, and in where NaN ends up.
//!
//! The algorithm is written as an async function that waits for each answer; [`Timsort`] polls it between two answers,
//! so that whoever compares can be Python code.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::merged::Merged;

/// A comparison has failed: no further one is made.
struct Failed;

type Answered<T> = Result<T, Failed>;

/// What the algorithm and its driver share.
#[derive(Default)]
struct Shared {
    question: Cell<Option<(usize, usize)>>,
    answer: Cell<Option<Answered<bool>>>,
    /// Places in the sorted list: in each moment all of them, in some order.
    order: RefCell<Vec<usize>>,
}

/// A sort that asks one comparison at a time; any answers, however contradictory, give some order.
pub(super) struct Timsort {
    shared: Rc<Shared>,
    steps: Option<Pin<Box<dyn Future<Output = ()>>>>,
    reverse: bool,
}

impl Timsort {
    /// Sorts `n` keys.
    pub(super) fn new(n: usize, reverse: bool) -> Timsort {
        let shared = Rc::new(Shared::default());
        // Reversed before and after, so that equal ones keep their order (`list_sort_impl`).
        *shared.order.borrow_mut() = if reverse { (0..n).rev().collect() } else { (0..n).collect() };
        let runs = Runs { shared: shared.clone(), pending: Vec::new(), min_gallop: MIN_GALLOP };
        Timsort { shared, steps: Some(Box::pin(async move { drop(runs.sort().await) })), reverse }
    }

    /// The two keys of which is to be said whether the first is less; `None` when sorted.
    pub(super) fn question(&mut self) -> Option<(usize, usize)> {
        let polled = self.steps.as_mut()?.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        if polled.is_ready() {
            self.steps = None;
        }
        self.shared.question.take()
    }

    pub(super) fn answer(&mut self, less: bool) {
        self.shared.answer.set(Some(Ok(less)));
    }

    /// The order that has been reached.
    pub(super) fn order(mut self) -> Vec<usize> {
        if self.steps.is_some() {
            self.shared.answer.set(Some(Err(Failed)));
            self.question();
        }
        let mut order = self.shared.order.take();
        if self.reverse {
            order.reverse();
        }
        order
    }
}

/// After so many in a row from one side a merge looks further at once.
const MIN_GALLOP: usize = 7;
/// Runs shorter than a part of this are made longer by insertion.
const MAX_MINRUN: usize = 64;

#[derive(PartialEq)]
enum Side {
    BeforeEquals,
    BehindEquals,
}

struct Run {
    base: usize,
    len: usize,
    /// How deep the merge of this run and the next stands in the tree of merges.
    power: u32,
}

struct Runs {
    shared: Rc<Shared>,
    pending: Vec<Run>,
    min_gallop: usize,
}

impl Runs {
    async fn less(&self, a: usize, b: usize) -> Answered<bool> {
        self.shared.question.set(Some((a, b)));
        poll_fn(|_| self.shared.answer.take().map_or(Poll::Pending, Poll::Ready)).await
    }

    fn at(&self, place: usize) -> usize {
        self.shared.order.borrow()[place]
    }

    async fn less_at(&self, a: usize, b: usize) -> Answered<bool> {
        self.less(self.at(a), self.at(b)).await
    }

    fn reverse(&self, from: usize, to: usize) {
        self.shared.order.borrow_mut()[from..to].reverse();
    }

    async fn sort(mut self) -> Answered<()> {
        let all = self.shared.order.borrow().len();
        if all < 2 {
            return Ok(());
        }
        let mut minrun = all;
        let mut odd = 0;
        while minrun >= MAX_MINRUN {
            odd |= minrun & 1;
            minrun >>= 1;
        }
        minrun += odd;
        let mut low = 0;
        while low < all {
            let mut len = self.run_from(low, all).await?;
            if len < minrun {
                let wanted = minrun.min(all - low);
                self.insert(low, len, wanted).await?;
                len = wanted;
            }
            self.push(low, len, all).await?;
            low += len;
        }
        while self.pending.len() > 1 {
            let mut at = self.pending.len() - 2;
            if at > 0 && self.pending[at - 1].len < self.pending[at + 1].len {
                at -= 1;
            }
            self.merge_at(at).await?;
        }
        Ok(())
    }

    /// How long the run is that begins at `low`; a descending one is turned round (`count_run`).
    async fn run_from(&self, low: usize, end: usize) -> Answered<usize> {
        let mut n = low + 1;
        while n < end && !self.less_at(n, n - 1).await? {
            n += 1;
        }
        if n == end {
            return Ok(n - low);
        }
        if n > low + 1 {
            if self.less_at(low, n - 1).await? {
                return Ok(n - low);
            }
            // All are equal so far: turned round here, they stand right once the whole is.
            self.reverse(low, n);
        }
        n += 1;
        let mut equal = 0;
        while n < end {
            if self.less_at(n, n - 1).await? {
                self.turn_equal(n, &mut equal);
            } else if self.less_at(n - 1, n).await? {
                break;
            } else {
                equal += 1;
            }
            n += 1;
        }
        self.turn_equal(n, &mut equal);
        self.reverse(low, n);
        while n < end && !self.less_at(n, n - 1).await? {
            n += 1;
        }
        Ok(n - low)
    }

    /// The last keys before `n`, of which `equal` are equal to the one before, keep their order in a descending run.
    fn turn_equal(&self, n: usize, equal: &mut usize) {
        if *equal > 0 {
            self.reverse(n - *equal - 1, n);
            *equal = 0;
        }
    }

    /// Inserts what stands behind the sorted `done` keys from `low` on, till there are `wanted` (`binarysort`).
    async fn insert(&self, low: usize, done: usize, wanted: usize) -> Answered<()> {
        for place in low + done..low + wanted {
            let pivot = self.at(place);
            let (mut left, mut right) = (low, place);
            while left < right {
                let middle = (left + right) / 2;
                if self.less(pivot, self.at(middle)).await? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.shared.order.borrow_mut()[left..=place].rotate_right(1);
        }
        Ok(())
    }

    /// A new run; what is to be merged before it is (`found_new_run`).
    async fn push(&mut self, base: usize, len: usize, all: usize) -> Answered<()> {
        if let Some(last) = self.pending.last() {
            let power = power(last.base, last.len, len, all);
            while self.pending.len() > 1 && self.pending[self.pending.len() - 2].power > power {
                self.merge_at(self.pending.len() - 2).await?;
            }
            if let Some(last) = self.pending.last_mut() {
                last.power = power;
            }
        }
        self.pending.push(Run { base, len, power: 0 });
        Ok(())
    }

    async fn merge_at(&mut self, at: usize) -> Answered<()> {
        let b = self.pending.remove(at + 1);
        let a = &mut self.pending[at];
        let (mut base, mut len) = (a.base, a.len);
        a.len += b.len;
        let keys = self.shared.order.borrow()[base..b.base + b.len].to_vec();
        let (mut left, right) = keys.split_at(len);
        // What is in its place already needs no merging.
        let skipped = self.gallop(right[0], left, 0, Side::BehindEquals).await?;
        (base, len, left) = (base + skipped, len - skipped, &left[skipped..]);
        if len == 0 {
            return Ok(());
        }
        let end = self.gallop(left[len - 1], right, right.len() - 1, Side::BeforeEquals).await?;
        let right = &right[..end];
        if right.is_empty() {
            return Ok(());
        }
        let mut merged = Merged { keys: Vec::with_capacity(len + end), a: left, b: right };
        let result = if len <= end { self.merge_low(&mut merged).await } else { self.merge_high(&mut merged).await };
        let Merged { mut keys, a, b } = merged;
        if len <= end {
            keys.extend_from_slice(a);
            keys.extend_from_slice(b);
        } else {
            // Filled from the end.
            keys.extend(b.iter().rev());
            keys.extend(a.iter().rev());
            keys.reverse();
        }
        self.shared.order.borrow_mut()[base..base + len + end].copy_from_slice(&keys);
        result
    }

    /// Where `key` belongs in `a`, searched from `hint` on.
    async fn gallop(&self, key: usize, a: &[usize], hint: usize, side: Side) -> Answered<usize> {
        let stands_before = async |place: usize| {
            if side == Side::BehindEquals {
                Ok(!self.less(key, a[place]).await?)
            } else {
                self.less(a[place], key).await
            }
        };
        let (mut last, mut far) = (0, 1);
        let (mut from, mut to);
        if stands_before(hint).await? {
            let most = a.len() - hint;
            while far < most && stands_before(hint + far).await? {
                (last, far) = (far, far * 2 + 1);
            }
            (from, to) = (hint + last + 1, hint + far.min(most));
        } else {
            let most = hint + 1;
            while far < most && !stands_before(hint - far).await? {
                (last, far) = (far, far * 2 + 1);
            }
            (from, to) = (hint + 1 - far.min(most), hint - last);
        }
        while from < to {
            let middle = from + (to - from) / 2;
            if stands_before(middle).await? {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        Ok(to)
    }

    /// Merges from the front; what is left of `a` and `b` is in place behind (`merge_lo`).
    async fn merge_low(&mut self, m: &mut Merged<'_>) -> Answered<()> {
        if m.first_of_b(1) || m.first_of_a(0) {
            return Ok(());
        }
        loop {
            let (mut of_a, mut of_b) = (0, 0);
            while of_a.max(of_b) < self.min_gallop {
                let all = if self.less(m.b[0], m.a[0]).await? {
                    (of_a, of_b) = (0, of_b + 1);
                    m.first_of_b(1)
                } else {
                    (of_a, of_b) = (of_a + 1, 0);
                    m.first_of_a(1)
                };
                if all {
                    return Ok(());
                }
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                of_a = self.gallop(m.b[0], m.a, 0, Side::BehindEquals).await?;
                if m.first_of_a(of_a) || m.first_of_b(1) {
                    return Ok(());
                }
                of_b = self.gallop(m.a[0], m.b, 0, Side::BeforeEquals).await?;
                if m.first_of_b(of_b) || m.first_of_a(1) {
                    return Ok(());
                }
                if of_a.max(of_b) < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
    }

    /// Merges from the end; what is left of `b` and `a` is in place before (`merge_hi`).
    async fn merge_high(&mut self, m: &mut Merged<'_>) -> Answered<()> {
        if m.ends_of_a(1) || m.ends_of_b(0) {
            return Ok(());
        }
        loop {
            let (mut of_a, mut of_b) = (0, 0);
            while of_a.max(of_b) < self.min_gallop {
                let all = if self.less(m.b[m.b.len() - 1], m.a[m.a.len() - 1]).await? {
                    (of_a, of_b) = (of_a + 1, 0);
                    m.ends_of_a(1)
                } else {
                    (of_a, of_b) = (0, of_b + 1);
                    m.ends_of_b(1)
                };
                if all {
                    return Ok(());
                }
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                of_a = m.a.len() - self.gallop(m.b[m.b.len() - 1], m.a, m.a.len() - 1, Side::BehindEquals).await?;
                if m.ends_of_a(of_a) || m.ends_of_b(1) {
                    return Ok(());
                }
                of_b = m.b.len() - self.gallop(m.a[m.a.len() - 1], m.b, m.b.len() - 1, Side::BeforeEquals).await?;
                if m.ends_of_b(of_b) || m.ends_of_a(1) {
                    return Ok(());
                }
                if of_a.max(of_b) < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
    }
}

/// The power of the boundary between two neighbouring runs (`powerloop`).
fn power(start: usize, first: usize, second: usize, all: usize) -> u32 {
    let (mut a, mut result) = (2 * start + first, 0);
    let mut b = a + first + second;
    loop {
        result += 1;
        if a >= all {
            a -= all;
            b -= all;
        } else if b >= all {
            return result;
        }
        a <<= 1;
        b <<= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::Timsort;

    #[test]
    fn any_lengths_are_sorted_stably_both_ways() {
        for n in (0..70).chain([130, 700, 2500]) {
            for (step, kinds) in [(7919, 11), (1, 3000), (2999, 3000), (104729, 5000)] {
                let keys: Vec<usize> = (0..n).map(|k| k * step % kinds).collect();
                for reverse in [false, true] {
                    let mut sort = Timsort::new(n, reverse);
                    while let Some((a, b)) = sort.question() {
                        sort.answer(keys[a] < keys[b]);
                    }
                    let mut model: Vec<usize> = (0..n).collect();
                    model.sort_by(|a, b| if reverse { keys[*b].cmp(&keys[*a]) } else { keys[*a].cmp(&keys[*b]) });
                    assert_eq!(sort.order(), model, "{n} {reverse}");
                }
            }
        }
    }

    #[test]
    fn a_sort_that_is_given_up_still_has_all_keys() {
        for after in 0..400 {
            let mut sort = Timsort::new(100, false);
            for n in 0..after {
                match sort.question() {
                    Some((a, b)) => sort.answer((a * 31 + b * 17 + n) % 3 == 0),
                    None => break,
                }
            }
            sort.question();
            let mut order = sort.order();
            order.sort_unstable();
            assert_eq!(order, (0..100).collect::<Vec<_>>());
        }
    }
}
