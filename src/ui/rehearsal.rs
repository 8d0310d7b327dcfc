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
    /// What the program imports that was run or rehearsed last.
    imports: RefCell<Vec<String>>,
}

impl Rehearsal {
    /// `code`: what is there at first. The page runs it by itself, or must not, since an instance has died of it.
    pub fn new(code: &str) -> Rc<Rehearsal> {
        Rc::new(Rehearsal { turn: Cell::new(0), imports: RefCell::new(imports(code)) })
    }

    /// The program is run: there is nothing to rehearse any more.
    pub fn end(&self, code: &str) {
        self.turn.set(self.turn.get() + 1);
        *self.imports.borrow_mut() = imports(code);
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

    async fn perform(&self, turn: u32, host: &Host, code: &str, options: &Options) {
        // What needs no text of the library is quick as it is.
        let imports = imports(code);
        if self.turn.get() != turn || imports.is_empty() || *self.imports.borrow() == imports {
            return;
        }
        // Err: the supervisor says so.
        if JsFuture::from(host.whole(false)).await.is_err() {
            return;
        }
        supply_wanted(host, code).await;
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
            self.imports.borrow_mut().clone_from(&imports);
            if !supply_lacking(host, texts).await || self.turn.get() != turn {
                return;
            }
        }
    }
}

fn imports(code: &str) -> Vec<String> {
    session::library_modules_of(code).into_iter().map(String::from).collect()
}
