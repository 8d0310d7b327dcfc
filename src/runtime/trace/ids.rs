//! Ids of what a trace speaks of. All are dealt by the log, in order of creation; 0 means «none».

/// Declares a newtype id. `NONE` is 0; `index()` is its place in a table that begins with id 1.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($repr:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $repr);

        impl $name {
            pub const NONE: $name = $name(0);

            pub fn is_none(self) -> bool {
                self.0 == 0
            }

            pub fn is_some(self) -> bool {
                self.0 != 0
            }

            /// The place in a table whose first element has id 1. Of `NONE`: `usize::MAX`, which is in no table.
            pub fn index(self) -> usize {
                (self.0 as usize).wrapping_sub(1)
            }

            pub fn from_index(index: usize) -> $name {
                $name((index + 1) as $repr)
            }
        }
    )*};
}

ids! {
    /// A simulated process; the program itself is 1.
    ProcessId(u16);
    /// A thread of any process; the main thread of the program is 1.
    ThreadId(u16);
    /// An event loop.
    LoopId(u16);
    /// A task. A task is a future: both are numbered by one counter, see [`TaskId::future`].
    TaskId(u32);
    /// A future or a task.
    FutureId(u32);
    /// A `Handle` or `TimerHandle`: one callback for one run.
    HandleId(u32);
    /// A queue, lock, semaphore, event, condition, barrier, gather, task group, timeout, executor, socket, file, …
    ObjectId(u32);
    /// A text in the log's table, or one that its number tells; `NONE` is the empty text.
    TextId(u32);
    /// A code object of the user's files, see [`super::Log::code`].
    CodeId(u16);
    /// An await chain: frames from the task's coroutine to the innermost one, see [`super::Log::chain`].
    ChainId(u32);
}

impl TaskId {
    /// The same task seen as a future.
    pub fn future(self) -> FutureId {
        FutureId(self.0)
    }
}

impl FutureId {
    /// The task with this number; only right if the future is known to be a task.
    pub fn as_task(self) -> TaskId {
        TaskId(self.0)
    }
}

/// The number of a scheduling event, from 0 in order of happening. `NONE` is what cause-less events name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

impl EventId {
    pub const NONE: EventId = EventId(u32::MAX);

    pub fn is_none(self) -> bool {
        self == EventId::NONE
    }

    pub fn is_some(self) -> bool {
        self != EventId::NONE
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl Default for EventId {
    fn default() -> EventId {
        EventId::NONE
    }
}

/// Nanoseconds of virtual time since the start of the run, in two halves so that an event stays small.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct When {
    high: u32,
    low: u32,
}

impl When {
    /// No deadline: waits for ever.
    pub const NEVER: When = When { high: u32::MAX, low: u32::MAX };

    pub fn new(ns: u64) -> When {
        When { high: (ns >> 32) as u32, low: ns as u32 }
    }

    pub fn ns(self) -> u64 {
        (self.high as u64) << 32 | self.low as u64
    }

    pub fn is_never(self) -> bool {
        self == When::NEVER
    }
}

impl std::fmt::Debug for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}ns", self.ns())
    }
}
