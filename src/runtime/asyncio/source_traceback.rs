//! Debug mode: where futures, tasks, handles and coroutines were made (Lib/asyncio/format_helpers.py, `extract_stack`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::library_sites as sites;
use super::{asyncio, base_events, py};
use crate::objects::exception::PyResult;
use crate::objects::frame::FrameObject;
use crate::objects::library_site::Site;
use crate::objects::stack_entry::StackEntry;
use crate::objects::{Args, Interp, Object, Value};

/// `constants.DEBUG_STACK_DEPTH`
pub const DEBUG_STACK_DEPTH: usize = 10;

/// How a loop came to run: the library's frames between the program that runs it and what it runs.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entrance {
    #[default]
    RunForever,
    RunUntilComplete,
    RunnerRun,
    Run,
}

impl Entrance {
    /// How many frames CPython has from there to what the loop runs, besides the one that is here.
    pub fn besides(self) -> usize {
        2 + self as usize
    }
}

/// Where a running loop stands on its thread's stack.
#[derive(Default)]
pub struct Entered {
    /// Frames under those of what the loop runs.
    pub depth: Cell<usize>,
    /// The innermost of those that stand for the library's frames between who runs the loop and what it runs, once one
    /// has been asked for.
    pub frame: RefCell<Option<Rc<FrameObject>>>,
    /// What `run_until_complete` waits for.
    pub future: RefCell<Value>,
    /// The task whose step an exit (SystemExit, KeyboardInterrupt) leaves the loop by: the exit's traceback has it, in the
    /// handle of `Handle._run`.
    pub exits_by: RefCell<Option<Value>>,
    /// Set before the loop is entered by another way than `run_forever`.
    pub by: Cell<Entrance>,
    /// `set_debug` while it runs: from its next turn on coroutines remember who made them, or do not.
    pub tracking: Cell<Option<bool>>,
    /// Debug mode: the library's frames with which tasks are being made by a factory, each above so many frames.
    creating: RefCell<Vec<(usize, &'static Site)>>,
    /// While it tracks: how many frames coroutines remembered before.
    pub tracked_before: Cell<Option<usize>>,
}

impl Entered {
    /// Where the library's frames stand between who runs the loop and what it runs, the outermost first. `debug`: the
    /// loop measures how long callbacks take.
    pub fn sites(&self, debug: bool) -> impl Iterator<Item = &'static Site> + use<> {
        let all = [
            (Entrance::Run, &sites::RUN),
            (Entrance::RunnerRun, &sites::RUNNER_RUN),
            (Entrance::RunUntilComplete, &sites::UNTIL_FOREVER),
            (Entrance::RunForever, &sites::FOREVER),
            (Entrance::RunForever, run_once_site(debug)),
            (Entrance::RunForever, &sites::HANDLE_RUN),
        ];
        let by = self.by.get();
        all.into_iter().filter(move |(needed, _)| by >= *needed).map(|(_, site)| site)
    }

    /// `BaseEventLoop._set_coroutine_origin_tracking`
    pub fn track(&self, i: &mut dyn Interp, enabled: bool) {
        match (enabled, self.tracked_before.take()) {
            (true, None) => self.tracked_before.set(Some(i.track_origins(DEBUG_STACK_DEPTH))),
            (false, Some(before)) => _ = i.track_origins(before),
            (_, before) => self.tracked_before.set(before),
        }
    }
}

/// As long as this is there, in debug mode, some of the library's frames stand above the program's innermost one.
pub struct Creating {
    owner: Rc<Object>,
    /// So many stood there before.
    before: usize,
}

impl Creating {
    /// `None`: the loop is not in debug mode.
    pub fn begin(
        i: &mut dyn Interp,
        owner: &Rc<Object>,
        places: impl IntoIterator<Item = &'static Site>,
    ) -> Option<Creating> {
        let this = base_events::event_loop(owner);
        if !this.debug.get() {
            return None;
        }
        let depth = i.frames().last().map_or(0, |(depth, _)| depth + 1);
        let mut creating = this.entered.creating.borrow_mut();
        let before = creating.len();
        creating.extend(places.into_iter().map(|site| (depth, site)));
        Some(Creating { owner: owner.clone(), before })
    }
}

impl Drop for Creating {
    fn drop(&mut self) {
        base_events::event_loop(&self.owner).entered.creating.borrow_mut().truncate(self.before);
    }
}

/// Where a thing was made, the outermost frame first. Empty if its loop was not in debug mode.
#[derive(Default)]
pub struct SourceTraceback {
    stack: RefCell<Box<[StackEntry]>>,
    /// The list that the program has, once it has asked for it: factories take their own frames off its end.
    told: RefCell<Option<Value>>,
}

impl SourceTraceback {
    /// Remembers the stack, with a place of the library on top if it is the library that made the thing. Without a limit
    /// that is `traceback.extract_stack`, which reads the lines as well.
    pub fn note(&self, i: &mut dyn Interp, limit: Option<usize>, library: Option<&'static Site>) {
        let mut stack = stack(i, limit);
        stack.extend(library.map(entry));
        if limit.is_none() {
            stack.iter().for_each(|entry| i.read_lines(&entry.file));
        }
        self.stack.replace(stack.into());
        self.told.take();
    }

    /// As another one, whose thing this one's stands for.
    pub fn copy(&self, other: &SourceTraceback) {
        self.stack.replace(other.stack.borrow().clone());
    }

    /// `created at prog.py:7`, for reprs.
    pub fn created_at(&self) -> Option<String> {
        let told = match self.told.borrow().as_ref().map(Value::plain) {
            Some(Value::List(told)) => told.items.borrow().len(),
            _ => usize::MAX,
        };
        self.stack.borrow().iter().take(told).next_back().map(|e| format!("created at {}:{}", e.file, e.line))
    }

    /// As `_source_traceback` and a handler's context have it: a list of FrameSummary; `None` if there is none.
    pub fn value(&self, i: &mut dyn Interp) -> PyResult<Option<Value>> {
        if let Some(told) = &*self.told.borrow() {
            return Ok(Some(told.clone()));
        }
        let entries = self.stack.borrow().clone();
        if entries.is_empty() {
            return Ok(None);
        }
        let traceback = i.import("traceback")?;
        let rows = entries.iter().map(|e| {
            let items = [Value::from(&*e.file), Value::Int(e.line.into()), Value::from(&*e.function), Value::None];
            Value::tuple(items)
        });
        let summary = py::get(i, &traceback, "StackSummary")?;
        let rows = Value::list(rows.collect());
        let told = py::call(i, &summary, "from_list", Args::from([rows]))?;
        self.told.replace(Some(told.clone()));
        Ok(Some(told))
    }
}

/// Where `_run_once` calls what is ready. `debug`: it measures how long that takes.
pub fn run_once_site(debug: bool) -> &'static Site {
    if debug { &sites::RUN_ONCE_DEBUG } else { &sites::RUN_ONCE }
}

fn entry(site: &'static Site) -> StackEntry {
    StackEntry { file: site.file.into(), line: site.line, function: site.function.into() }
}

/// The innermost `limit` frames of the thread, outermost first. Where its running loop stands, the library's frames
/// are those that CPython has there.
pub fn stack(i: &mut dyn Interp, limit: Option<usize>) -> Vec<StackEntry> {
    let frames = i.frames();
    let running = asyncio(i).running_loop();
    let running = running.as_ref().map(base_events::event_loop);
    let under = running.map_or(usize::MAX, |l| l.entered.depth.get());
    let mut found: Vec<StackEntry> = Vec::new();
    let mut inside = false;
    let creating = running.map(|l| l.entered.creating.borrow().clone()).unwrap_or_default();
    let mut creating = creating.into_iter().peekable();
    for (depth, frame) in frames {
        while let Some((_, site)) = creating.next_if(|(above, _)| *above <= depth) {
            found.push(entry(site));
        }
        if depth >= under && !inside {
            inside = true;
            found.extend(running.into_iter().flat_map(|l| l.entered.sites(l.timed.get())).map(entry));
        }
        found.push(frame);
    }
    if !inside && let Some(event_loop) = running {
        // What the loop calls is no function of the program.
        found.extend(event_loop.entered.sites(event_loop.timed.get()).map(entry));
    }
    found.extend(creating.map(|(_, site)| entry(site)));
    match limit {
        Some(limit) if found.len() > limit => found.split_off(found.len() - limit),
        _ => found,
    }
}

/// `traceback.format_list(entries)`, joined.
pub fn format(i: &mut dyn Interp, entries: &[StackEntry]) -> String {
    let mut text = String::new();
    for entry in entries {
        text.push_str(&format!("  File \"{}\", line {}, in {}\n", entry.file, entry.line, entry.function));
        if let Some(line) = i.source_line(&entry.file, entry.line) {
            text.push_str(&format!("    {}\n", line.trim()));
        }
    }
    text
}

/// File, line and module of where a coroutine of asyncio's own, of this name, awaits what the program has given it: what
/// that had goes there.
pub fn awaiting_place(name: &str) -> Option<(&'static str, u32, &'static str)> {
    (name == "wait_for").then_some((sites::WAIT_FOR.file, sites::WAIT_FOR.line, "asyncio.tasks"))
}

/// File, line and module of where the running loop calls what is ready, if the program's innermost frame, under which
/// so many lie, is not above the loop's: then what goes, goes there. What a task's coroutine had goes when it ends, what
/// only a handle had (the future that woke the task) where the loop lets that go.
pub fn step_place(i: &mut dyn Interp, under: usize) -> Option<(&'static str, u32, &'static str)> {
    let state = asyncio(i);
    if let Some(site) = state.closing.get() {
        return Some((site.file, site.line, "asyncio.base_events"));
    }
    let owner = state.running_loop()?;
    let this = base_events::event_loop(&owner);
    let (site, module) = match this.releasing.get() {
        Some(site) => (site, "asyncio.base_events"),
        None => (&sites::HANDLE_RUN, "asyncio.events"),
    };
    (under <= this.entered.depth.get()).then_some((site.file, site.line, module))
}
