//! A program that has been pasted, or that has come to import something else, is run once aside while the reader still
//! looks at it. Nothing of that is shown; but what it imports has then been fetched and compiled, and so has what of the
//! engine it calls, and the run that the reader asks for is there at once.

use super::engine::{Engine, Progress};
use super::host::Host;
use super::pacer::now;
use super::remains::leave;
use super::shared::Shared;
use super::supplies::{supply_lacking, supply_wanted};
use crate::session::{self, Options};
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// So long nothing has been typed.
const PAUSE_MS: u32 = 500;
/// It computes for so long at a time, rests for so long, and computes for so long in all.
const SLICE_MS: f64 = 4.0;
const REST_MS: u32 = 12;
const ENOUGH_MS: f64 = 1_000.0;
/// Instructions' cost between two looks at the clock.
const FUEL: u64 = 5_000;
/// So many bytes it may use.
const MEMORY: usize = 64 << 20;

pub struct Rehearsal {
    /// Rises with each change of the program, and each run of it.
    turn: Cell<u32>,
    /// The program that was run or rehearsed last.
    known: RefCell<Rc<str>>,
}

impl Rehearsal {
    /// `code`: what is there at first. The page runs it by itself, or must not, since an instance has died of it.
    pub fn new(code: Rc<str>) -> Rc<Rehearsal> {
        Rc::new(Rehearsal { turn: Cell::new(0), known: RefCell::new(code) })
    }

    /// The program is run: there is nothing to rehearse any more.
    pub fn end(&self, code: &Rc<str>) {
        self.turn.set(self.turn.get() + 1);
        self.known.replace(code.clone());
    }

    /// The program is another one now.
    pub fn begin(self: &Rc<Rehearsal>, host: Host, code: Rc<str>, options: Shared<Options>) {
        self.turn.set(self.turn.get() + 1);
        let (rehearsal, turn) = (self.clone(), self.turn.get());
        spawn_local(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            rehearsal.perform(turn, &host, &code, &options).await;
        });
    }

    async fn perform(&self, turn: u32, host: &Host, code: &Rc<str>, options: &Options) {
        if self.turn.get() != turn || !self.imports_anew(code) {
            return;
        }
        // Err: the supervisor says so.
        if JsFuture::from(host.whole(false)).await.is_err() {
            return;
        }
        supply_wanted(host, code).await;
        // What has been typed or run meanwhile is what is kept.
        if self.turn.get() != turn {
            return;
        }
        // An instance that dies of this program must find it again.
        host.keep(code);
        let memory = options.meter.map_or(0, |meter| meter()) + MEMORY;
        let options = Options { memory: memory.min(options.memory), asks: true, ..options.clone() };
        let mut computed = 0.0;
        // Err: it does not compile yet.
        while let Ok(mut engine) = Engine::start(code, &options) {
            let mut begun = now();
            while let Progress::Running = engine.advance(FUEL) {
                let spent = now() - begun;
                if spent < SLICE_MS {
                    continue;
                }
                computed += spent;
                TimeoutFuture::new(REST_MS).await;
                if self.turn.get() != turn || computed >= ENOUGH_MS {
                    break;
                }
                begun = now();
            }
            let texts = engine.wants_texts();
            leave(move || engine.let_go());
            if self.turn.get() != turn {
                return;
            }
            self.known.replace(code.clone());
            if !supply_lacking(host, texts).await || self.turn.get() != turn {
                return;
            }
        }
    }

    /// Whether a program imports texts of the library, and not those that were imported last: what needs none is quick as
    /// it is.
    fn imports_anew(&self, code: &Rc<str>) -> bool {
        let known = self.known.borrow();
        if *known == *code {
            return false;
        }
        let imports = session::library_modules_of(code);
        !imports.is_empty() && imports != session::library_modules_of(&known)
    }
}
