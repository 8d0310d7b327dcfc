//! Pipes between processes: bytes in order, with room for so many; an end counts its holders.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::machine;
use super::process::{Watcher, wait_until};
use crate::objects::cx::{Block, Cx};
use crate::objects::exception::{Exc, PyResult};
use crate::objects::object::Native;
use crate::objects::{Interp, Value, types};
use crate::trace::{EventId, ObjectId, Purpose, ThreadId};

/// What Linux gives a pipe.
const CAPACITY: usize = 65536;

#[derive(Default)]
pub struct Pipe {
    data: RefCell<VecDeque<u8>>,
    readers: Cell<u32>,
    writers: Cell<u32>,
    waiting: RefCell<Vec<ThreadId>>,
    watchers: RefCell<Vec<(bool, Watcher)>>,
    pub serves: Serves,
}

/// What of the program's a pipe or a semaphore is a part of, and what a wait for it is then: a queue that processes share
/// is made of both.
#[derive(Default)]
pub struct Serves(Cell<Option<(ObjectId, Purpose)>>);

impl Serves {
    pub fn set(&self, object: ObjectId, why: Purpose) {
        self.0.set(object.is_some().then_some((object, why)));
    }

    /// The object; NONE where it serves none.
    pub fn object(&self) -> ObjectId {
        self.0.get().map_or(ObjectId::NONE, |(object, _)| object)
    }

    /// A wait until `deadline`, called by `label` where there is no object.
    fn block(&self, deadline: Option<u64>, label: &str) -> Block {
        match self.0.get() {
            Some((object, why)) => Block { object, ..Block::new(deadline, why, "") },
            None => Block::new(deadline, Purpose::Process, label),
        }
    }
}

/// One open end, of one process. It is closed by `close`, by its finalizer, or by the end of its process.
pub struct PipeEnd {
    pub pipe: Rc<Pipe>,
    pub writes: bool,
    open: Cell<bool>,
}

impl Pipe {
    /// A new pipe: the end that reads and the one that writes.
    pub fn open() -> (Rc<PipeEnd>, Rc<PipeEnd>) {
        let pipe = Rc::new(Pipe::default());
        (PipeEnd::new(&pipe, false), PipeEnd::new(&pipe, true))
    }

    fn readable(&self) -> bool {
        !self.data.borrow().is_empty() || self.writers.get() == 0
    }

    fn writable(&self) -> bool {
        self.data.borrow().len() < CAPACITY || self.readers.get() == 0
    }

    /// Who waits looks again.
    fn changed(&self, i: &mut dyn Interp) {
        let machine = machine(i);
        let waiting = self.waiting.borrow().clone();
        for thread in waiting {
            let cause = i.log().acting();
            machine.wake(i.log(), thread, cause);
        }
        let watchers = self.watchers.borrow().clone();
        for (writes, watcher) in watchers {
            self.tell(i, writes, &watcher);
        }
    }

    /// As poll(2) has it, an end to write to "can be read" once nobody reads at the other.
    fn tell(&self, i: &mut dyn Interp, writes: bool, watcher: &Watcher) {
        let readable = if writes { self.readers.get() == 0 } else { self.readable() };
        watcher(i, readable, writes && self.writable());
    }

    fn enlist(&self, thread: ThreadId, wait: bool) {
        let mut waiting = self.waiting.borrow_mut();
        match wait {
            true => waiting.push(thread),
            false => waiting.retain(|t| *t != thread),
        }
    }
}

impl PipeEnd {
    fn new(pipe: &Rc<Pipe>, writes: bool) -> Rc<PipeEnd> {
        let count = if writes { &pipe.writers } else { &pipe.readers };
        count.set(count.get() + 1);
        Rc::new(PipeEnd { pipe: pipe.clone(), writes, open: Cell::new(true) })
    }

    /// The same end for another holder.
    pub fn duplicate(&self) -> Rc<PipeEnd> {
        PipeEnd::new(&self.pipe, self.writes)
    }

    pub fn is_open(&self) -> bool {
        self.open.get()
    }

    pub fn close(&self, i: &mut dyn Interp) {
        if !self.open.replace(false) {
            return;
        }
        let count = if self.writes { &self.pipe.writers } else { &self.pipe.readers };
        count.set(count.get() - 1);
        if count.get() == 0 {
            self.pipe.changed(i);
        }
    }

    fn check(&self, i: &mut dyn Interp) -> PyResult<()> {
        if self.open.get() { Ok(()) } else { Err(os_error(i, 9, "Bad file descriptor")) }
    }

    /// How many hold the other side.
    pub fn others(&self) -> u32 {
        if self.writes { self.pipe.readers.get() } else { self.pipe.writers.get() }
    }

    pub fn is_ready(&self) -> bool {
        if self.writes { self.pipe.writable() } else { self.pipe.readable() }
    }

    /// Tells `watcher` now and at each change.
    pub fn watch(&self, i: &mut dyn Interp, watcher: Watcher) {
        self.pipe.tell(i, self.writes, &watcher);
        self.pipe.watchers.borrow_mut().push((self.writes, watcher));
    }

    /// At most `count` bytes; None: there is nothing yet. Empty: the writers are gone.
    pub fn read_now(&self, i: &mut dyn Interp, count: usize) -> PyResult<Option<Vec<u8>>> {
        self.check(i)?;
        if !self.pipe.readable() {
            return Ok(None);
        }
        let found: Vec<u8> = {
            let mut data = self.pipe.data.borrow_mut();
            let count = count.min(data.len());
            data.drain(..count).collect()
        };
        if !found.is_empty() {
            self.pipe.changed(i);
        }
        Ok(Some(found))
    }

    /// Writes what there is room for; how much that was.
    pub fn write_now(&self, i: &mut dyn Interp, bytes: &[u8]) -> PyResult<usize> {
        self.check(i)?;
        if self.pipe.readers.get() == 0 {
            return Err(os_error(i, 32, "Broken pipe"));
        }
        let count = {
            let mut data = self.pipe.data.borrow_mut();
            let count = bytes.len().min(CAPACITY.saturating_sub(data.len()));
            data.extend(&bytes[..count]);
            count
        };
        if count > 0 {
            self.pipe.changed(i);
        }
        Ok(count)
    }

    /// Nobody reads at the other side any more.
    pub fn is_broken(&self) -> bool {
        self.pipe.readers.get() == 0
    }

    /// Writes all at once, whatever the room: what `print` does, which cannot wait here.
    pub fn write_all_now(&self, i: &mut dyn Interp, bytes: &[u8]) {
        if self.open.get() && self.pipe.readers.get() > 0 && !bytes.is_empty() {
            self.pipe.data.borrow_mut().extend(bytes);
            self.pipe.changed(i);
        }
    }

    /// Waits until one of the ends can be used without waiting; which.
    pub async fn wait_any(cx: &Cx, ends: &[Rc<PipeEnd>], deadline: Option<u64>) -> Result<Vec<usize>, Exc> {
        let ready = |_: &mut dyn Interp| {
            let found: Vec<usize> = ends.iter().enumerate().filter(|(_, e)| e.is_ready()).map(|(at, _)| at).collect();
            (!found.is_empty()).then_some(found)
        };
        let enlist = |thread, wait| ends.iter().for_each(|end| end.pipe.enlist(thread, wait));
        let block = match ends {
            [end] => end.pipe.serves.block(deadline, "pipe"),
            _ => Block::new(deadline, Purpose::Process, "pipe"),
        };
        Ok(wait_until(cx, block, ready, enlist).await?.unwrap_or_default())
    }

    /// At most `count` bytes, once there are any.
    pub async fn read(&self, cx: &Cx, count: usize) -> Result<Vec<u8>, Exc> {
        let ready = |i: &mut dyn Interp| self.read_now(i, count).transpose();
        let enlist = |thread, wait| self.pipe.enlist(thread, wait);
        wait_until(cx, self.pipe.serves.block(None, "pipe"), ready, enlist).await?.unwrap_or_else(|| Ok(Vec::new()))
    }

    /// Writes all, waiting for room.
    pub async fn write(&self, cx: &Cx, bytes: &[u8]) -> Result<(), Exc> {
        let mut done = 0;
        while done < bytes.len() {
            let ready = |i: &mut dyn Interp| match self.write_now(i, &bytes[done..]) {
                Ok(0) => None,
                other => Some(other),
            };
            let enlist = |thread, wait| self.pipe.enlist(thread, wait);
            if let Some(count) = wait_until(cx, Block::new(None, Purpose::Process, "pipe"), ready, enlist).await? {
                done += count?;
            }
        }
        Ok(())
    }
}

/// The OSError of a number, of the class that it means.
pub fn os_error(i: &mut dyn Interp, number: i64, words: &str) -> Exc {
    let made = i.call(&Value::Type(types().os_error.clone()), [Value::Int(number), words.into()].into());
    match made {
        Ok(value) => Exc::from_value(&value).expect("OSError makes exceptions"),
        Err(exc) => exc,
    }
}

/// A semaphore that processes share: of it multiprocessing's locks are made.
pub struct Semaphore {
    pub value: Cell<u32>,
    pub limit: u32,
    waiting: RefCell<VecDeque<ThreadId>>,
    /// Who took it last.
    pub holder: Cell<ThreadId>,
    pub serves: Serves,
    /// It is what it serves, or its lock: who takes it holds that.
    pub is_held: Cell<bool>,
}

impl Semaphore {
    pub fn new(value: u32, limit: u32) -> Rc<Semaphore> {
        Rc::new(Semaphore {
            value: Cell::new(value),
            limit,
            waiting: RefCell::default(),
            holder: Cell::new(ThreadId::NONE),
            serves: Serves::default(),
            is_held: Cell::new(false),
        })
    }

    pub fn try_acquire(&self, thread: ThreadId) -> bool {
        let free = self.value.get() > 0;
        if free {
            self.value.set(self.value.get() - 1);
            self.holder.set(thread);
        }
        free
    }

    /// Takes one, waiting until `deadline`; whether it did.
    pub async fn acquire(&self, cx: &Cx, deadline: Option<u64>) -> Result<bool, Exc> {
        let ready = |i: &mut dyn Interp| self.try_acquire(machine(i).current()).then_some(());
        let enlist = |thread, wait: bool| {
            let mut waiting = self.waiting.borrow_mut();
            match wait {
                true if !waiting.contains(&thread) => waiting.push_back(thread),
                true => {}
                false => waiting.retain(|t| *t != thread),
            }
        };
        let holder = cx.enter(|i| machine(i).name_of(self.holder.get()));
        let kind = if self.limit == 1 { "lock" } else { "semaphore" };
        let label = holder.map_or_else(|| kind.to_string(), |holder| format!("{kind}, held by {holder}"));
        Ok(wait_until(cx, self.serves.block(deadline, &label), ready, enlist).await?.is_some())
    }

    /// `cause`: what wakes the next one.
    pub fn release(&self, i: &mut dyn Interp, cause: EventId) {
        self.value.set(self.value.get() + 1);
        self.holder.set(ThreadId::NONE);
        let next = self.waiting.borrow_mut().pop_front();
        if let Some(thread) = next {
            let machine = machine(i);
            machine.wake(i.log(), thread, cause);
        }
    }
}

impl Native for Rc<PipeEnd> {
    fn needs_finalizer(&self) -> bool {
        self.is_open()
    }
}

impl Native for Rc<Semaphore> {}

/// The open ends of one process.
#[derive(Default)]
struct Ends(Vec<Weak<PipeEnd>>);

/// The process holds this end: it is closed with it at the latest.
pub fn hold(i: &mut dyn Interp, end: &Rc<PipeEnd>) {
    let ends = &mut i.states().get::<Ends>().0;
    ends.retain(|end| end.strong_count() > 0);
    ends.push(Rc::downgrade(end));
}

/// Closes what the process has open; Linux begins with the last.
pub fn close_ends(i: &mut dyn Interp) {
    for end in std::mem::take(&mut i.states().get::<Ends>().0).into_iter().rev() {
        if let Some(end) = end.upgrade() {
            end.close(i);
        }
    }
}
