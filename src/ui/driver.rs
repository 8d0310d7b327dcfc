//! Runs a session in slices on the microtask queue, so that the page draws and answers while a program computes.

use super::dom;
use super::engine::{Engine, Progress};
use super::host::Host;
use super::lessons::FIRST;
use super::pacer::{Pacer, macrotask, microtask, now};
use super::rehearsal::Rehearsal;
use super::remains::leave_recording;
use super::shared::Shared;
use super::shown::{Prepared, Shown, Tape};
use super::state::{Action, Ended};
use super::store::Store;
use super::supplies::{supply_lacking, supply_wanted};
use crate::scene::{self, AxisKind, Cast, PlanMaker, Stage};
use crate::session::Options;
use crate::trace::{EndReason, Stream};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What has been recorded shows this often while the run computes, or less often if showing it is work.
const SHOW_MS: f64 = 250.0;
/// So many bytes of memory are asked for ahead of need.
const AHEAD: usize = 2 << 20;
/// So many lines of output are made ready at once.
const CONSOLE_PIECE: usize = 1_000;

pub struct Driver {
    store: Store,
    host: Host,
    runs: Cell<u32>,
    job: RefCell<Option<Rc<Job>>>,
    /// What was shown last.
    shown: RefCell<Option<Rc<Shown>>>,
    rehearsal: Rc<Rehearsal>,
}

/// One run that computes.
struct Job {
    run: u32,
    pacer: Pacer,
    stop: Cell<bool>,
    /// A later run has taken its place: what it says no longer counts.
    dropped: Cell<bool>,
    /// Who waits for its end.
    resolve: RefCell<Vec<js_sys::Function>>,
    /// The program waits for a line.
    answer: RefCell<Option<js_sys::Function>>,
}

impl Driver {
    pub fn new(store: Store, host: Host) -> Rc<Driver> {
        let rehearsal = Rehearsal::new(store.page().code);
        Rc::new(Driver {
            store,
            host,
            runs: Cell::new(0),
            job: RefCell::default(),
            shown: RefCell::default(),
            rehearsal,
        })
    }

    /// Stops the run that computes, and computes the program in the editor; then plays it, if wished.
    pub fn run(self: &Rc<Driver>, play: bool) -> js_sys::Promise {
        self.start(self.store.page().code, play)
    }

    /// The page's first run: after what is there without it has been drawn, unless another has been asked for.
    pub fn open(self: &Rc<Driver>, play: bool) {
        let (driver, code) = (self.clone(), self.store.page().code);
        spawn_local(async move {
            macrotask().await;
            if driver.runs.get() == 0 {
                drop(driver.start(code, play));
            }
        });
    }

    fn start(self: &Rc<Driver>, code: Rc<str>, play: bool) -> js_sys::Promise {
        let run = self.runs.get() + 1;
        self.runs.set(run);
        let job = Rc::new(Job {
            run,
            pacer: Pacer::new(),
            stop: Cell::new(false),
            dropped: Cell::new(false),
            resolve: RefCell::default(),
            answer: RefCell::default(),
        });
        if let Some(before) = self.job.replace(Some(job.clone())) {
            before.dropped.set(true);
            before.halt();
        }
        let options = self.store.page().options;
        self.rehearsal.end(&code);
        // An instance that dies of this program must find it again.
        self.host.keep(&code);
        self.store.dispatch(Action::Started(run));
        let promise = js_sys::Promise::new(&mut |resolve, _| job.resolve.borrow_mut().push(resolve));
        spawn_local(self.clone().compute(job, code, options, play));
        promise
    }

    /// The program in the editor is another one now.
    pub fn edited(&self, code: Rc<str>) {
        self.rehearsal.begin(self.host.clone(), code, self.store.page().options);
    }

    /// Ends the run that computes at its next slice.
    pub fn stop(&self) {
        if let Some(job) = &*self.job.borrow() {
            job.halt();
        }
    }

    /// The line that the program waits for; None: the input has ended.
    pub fn answer(&self, line: Option<&str>) {
        if let Some(job) = &*self.job.borrow() {
            job.take(line.map_or(JsValue::NULL, JsValue::from));
        }
    }

    async fn compute(self: Rc<Driver>, job: Rc<Job>, code: Rc<str>, mut options: Shared<Options>, play: bool) {
        // What the first lesson runs comes before the rest (www/parts.txt). Err: the supervisor says so.
        let opening = job.run == 1 && *code == *FIRST;
        if JsFuture::from(self.host.whole(opening)).await.is_err() {
            return;
        }
        supply_wanted(&self.host, &code).await;
        let (tape, ended) = loop {
            let engine = match Engine::start(&code, &options) {
                Ok(engine) => engine,
                Err(problem) => {
                    let result = outcome(None, EndReason::SyntaxError.as_str(), 1, 0.0, &problem.printed);
                    self.tell(&job, Action::Refused(job.run, Rc::new(problem)));
                    return job.end(&result);
                }
            };
            let tape = Rc::new(Tape::new(engine, options.clone()));
            let ended = self.advance(&job, &tape, &code, play).await;
            let texts = tape.engine.borrow_mut().wants_texts();
            if supply_lacking(&self.host, texts).await {
                continue;
            }
            let wants_input = tape.engine.borrow_mut().wants_input() && !job.stop.get();
            if !wants_input {
                break (tape, ended);
            }
            if let Some(shown) = self.prepare(&job, Shown::of(&tape, job.run, code.clone(), play), true).await {
                self.show(&job, Rc::new(shown)).await;
            }
            self.tell(&job, Action::Asks(true));
            let mut with = (*options).clone();
            match job.wait_for_line().await {
                Some(line) => with.stdin.push(line),
                None => with.asks = false,
            }
            self.tell(&job, Action::Asks(false));
            options = Shared::new(with);
        };
        let Some(shown) = self.prepare(&job, Shown::of(&tape, job.run, code, play), true).await.map(Rc::new) else {
            return;
        };
        let result =
            outcome(Some(&shown), ended.reason.as_str(), ended.exit_code, shown.time_ns(shown.last) as f64 / 1e9, "");
        self.show(&job, shown).await;
        self.tell(&job, Action::Ended(job.run, Rc::new(ended)));
        self.host.emit("finish", &result);
        job.end(&result);
    }

    async fn advance(&self, job: &Job, tape: &Rc<Tape>, code: &Rc<str>, play: bool) -> Ended {
        let pacer = &job.pacer;
        let (mut shown_at, mut show_every) = (now(), SHOW_MS);
        let mut pages = memory();
        loop {
            if job.stop.get() {
                tape.engine.borrow_mut().stop();
            }
            let progress = tape.engine.borrow_mut().advance(pacer.fuel());
            tape.index();
            if let Progress::Ended(ended) = progress {
                return ended;
            }
            if !pacer.has_polled() {
                // Another poll of this task, after what else stands in the microtask queue.
                microtask().await;
                continue;
            }
            reserve(&mut pages);
            pacer.rest().await;
            let begun = now();
            if begun - shown_at > show_every && !job.stop.get() {
                if let Some(shown) = self.prepare(job, Shown::of(tape, job.run, code.clone(), play), false).await {
                    self.show(job, Rc::new(shown)).await;
                }
                pacer.rest().await;
                shown_at = now();
                show_every = (4.0 * (shown_at - begun)).max(SHOW_MS);
            }
        }
    }

    async fn show(&self, job: &Job, shown: Rc<Shown>) {
        job.pacer.before_drawing().await;
        self.tell(job, Action::Recorded(shown.clone()));
        if let Some(before) = self.shown.replace(Some(shown)) {
            leave_recording(before);
        }
    }

    /// Makes beforehand, in slices, what would be long work at once when it is drawn. None: the run shall stop, and this
    /// is not the last that is shown of it.
    async fn prepare(&self, job: &Job, mut shown: Shown, last: bool) -> Option<Shown> {
        let page = self.store.page();
        if page.beside.is_some() {
            return Some(shown);
        }
        let before = page.shown.filter(|before| before.run == shown.run);
        let grows = before.is_some();
        let begin = if shown.clock_advances { AxisKind::Clock } else { AxisKind::Steps };
        let axis = page.axis.filter(|_| grows).unwrap_or(begin);
        let unfolded = if grows { page.unfolded } else { Rc::from([]) };
        let lang = page.lang;
        let namings = shown.read(|_, recording| recording.facts().namings);
        let known = before.as_ref().and_then(|before| before.prepared.as_ref()).filter(|made| made.namings == namings);
        let cast = known.map(|made| made.cast.clone());
        let cast = cast.unwrap_or_else(|| Shared::new(shown.read(Cast::of)));
        // Rows of the output stay as they are, as long as names do.
        let mut console = known.map_or(Vec::new(), |made| made.console.to_vec());
        let mut maker = None;
        let plan = loop {
            if job.pacer.is_over() {
                job.pacer.rest().await;
            }
            if !last && (job.stop.get() || job.dropped.get()) {
                return None;
            }
            let plan = shown.read(|log, recording| {
                let stage = Stage { log, recording, cast: &cast, source: &shown.source, lang };
                let more = scene::console(&stage, console.len(), CONSOLE_PIECE);
                if !more.is_empty() {
                    console.extend(more);
                    return None;
                }
                let making = maker.get_or_insert_with(|| PlanMaker::new(&stage, axis, &[]));
                while making.go_on(&stage) {
                    if job.pacer.is_over() {
                        return None;
                    }
                }
                maker.take().map(|maker| maker.finish(&stage, &unfolded))
            });
            if let Some(plan) = plan {
                break Shared::new(plan);
            }
        };
        shown.prepared = Some(Prepared { lang, axis, unfolded, cast, namings, plan, console: console.into() });
        Some(shown)
    }

    fn tell(&self, job: &Job, action: Action) {
        if !job.dropped.get() {
            self.store.dispatch(action);
        }
    }
}

impl Job {
    fn halt(&self) {
        self.stop.set(true);
        self.take(JsValue::NULL);
    }

    fn take(&self, answer: JsValue) {
        if let Some(resolve) = self.answer.take() {
            // A resolver of a promise does not throw.
            let _ = resolve.call1(&JsValue::NULL, &answer);
        }
    }

    /// None: the input has ended.
    async fn wait_for_line(&self) -> Option<String> {
        let asked = js_sys::Promise::new(&mut |resolve, _| *self.answer.borrow_mut() = Some(resolve));
        JsFuture::from(asked).await.ok()?.as_string()
    }

    fn end(&self, result: &JsValue) {
        for resolve in self.resolve.take() {
            // A resolver of a promise does not throw.
            let _ = resolve.call1(&JsValue::NULL, result);
        }
    }
}

/// Where the memory has grown, it grows by more at once: each time takes the browser a while.
fn reserve(pages: &mut usize) {
    if memory() > *pages {
        drop(std::hint::black_box(Vec::<u8>::with_capacity(AHEAD)));
        *pages = memory();
    }
}

fn memory() -> usize {
    core::arch::wasm32::memory_size::<0>()
}

/// What `run()` resolves with; also the detail of the event `finish`.
fn outcome(shown: Option<&Shown>, reason: &str, exit_code: i32, duration: f64, refusal: &str) -> JsValue {
    let (mut stdout, mut stderr, mut steps) = (String::new(), refusal.to_string(), 0);
    if let Some(shown) = shown {
        steps = shown.last;
        shown.read(|log, _| {
            for (_, entry) in log.entries_from(0) {
                if let crate::trace::Event::Output { stream, start, length } = entry.event {
                    let text = &log.output()[start as usize..(start + length) as usize];
                    if stream == Stream::Stdout { &mut stdout } else { &mut stderr }.push_str(text);
                }
            }
        });
    }
    let members = [
        ("exitCode", exit_code.into()),
        ("reason", reason.into()),
        ("steps", steps.into()),
        ("duration", duration.into()),
        ("stdout", stdout.into()),
        ("stderr", stderr.into()),
    ];
    dom::object(&members).into()
}
