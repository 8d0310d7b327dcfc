//! What computing gets of each frame: it goes on in small slices until shortly before the browser wants to draw, and then
//! waits for that. Late frames shorten its part, frames in time give it back.

use super::dom;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// After so many ms the page may answer.
const SLICE_MS: f64 = 5.0;
/// Sixty frames a second.
const FRAME_MS: f64 = 1000.0 / 60.0;
/// What drawing gets of a frame at least, and what computing does.
const DRAWING_MS: f64 = 2.0;
const COMPUTING_MS: f64 = 12.5;
/// A frame that does not come is not waited for longer,
const PATIENCE_MS: u32 = 8;
/// and one that comes later than computing has left room for was waited for in vain: for so many times as long as that
/// took, none is.
const IN_VAIN_MS: f64 = 2.5;
const BUSY: f64 = 16.0;
/// A poll shall take about so long.
const POLL_MS: f64 = 1.0;
/// Instructions' costs of a poll, at least and at most.
const FUEL: (f64, f64) = (4_000.0, 60_000.0);

pub struct Pacer {
    /// When the slice and the last frame began.
    slice: Cell<f64>,
    frame: Rc<Cell<f64>>,
    /// What computing gets of a frame now.
    part: Cell<f64>,
    fuel: Cell<f64>,
    polled: Cell<f64>,
    rested: Cell<bool>,
    /// Until then frames are not waited for: the machine does something else, and waiting does not bring them.
    busy: Cell<f64>,
}

impl Pacer {
    pub fn new() -> Pacer {
        let at = now();
        Pacer {
            slice: Cell::new(at),
            frame: Rc::new(Cell::new(at)),
            part: Cell::new(FRAME_MS - DRAWING_MS),
            fuel: Cell::new(FUEL.1 / 3.0),
            polled: Cell::new(at),
            rested: Cell::new(false),
            busy: Cell::new(0.0),
        }
    }

    /// A poll begins: the instructions' cost that it may have.
    pub fn fuel(&self) -> u64 {
        self.polled.set(now());
        self.fuel.get() as u64
    }

    /// It has ended; true: the slice has too.
    pub fn has_polled(&self) -> bool {
        let took = (now() - self.polled.get()).max(0.05);
        let wanted = self.fuel.get() * (POLL_MS / took).clamp(0.5, 1.5);
        self.fuel.set(wanted.clamp(FUEL.0, FUEL.1));
        self.is_over()
    }

    /// The slice is over: it is time to rest.
    pub fn is_over(&self) -> bool {
        // Most programs end within the first slice, after which they are drawn.
        let (at, slice) = (now(), if self.rested.get() { SLICE_MS } else { FRAME_MS });
        at - self.slice.get() >= slice || at - self.frame.get() >= self.part.get()
    }

    /// Lets the page answer, and draw if it is time to; then a new slice begins.
    pub async fn rest(&self) {
        self.rested.set(true);
        if dom::document().hidden() || now() < self.busy.get() {
            macrotask().await;
            self.frame.set(now());
        } else if now() - self.frame.get() < self.part.get() {
            macrotask().await;
        } else {
            self.wait_for_frame().await;
        }
        self.slice.set(now());
    }

    /// What is drawn now has a whole frame. A run that is over within its first slice need not wait.
    pub async fn before_drawing(&self) {
        if self.rested.get() && !dom::document().hidden() {
            self.wait_for_frame().await;
        }
    }

    async fn wait_for_frame(&self) {
        let (before, begun) = (self.frame.get(), now());
        let drawn = frame_drawn(&self.frame).await;
        let waited = now() - begun;
        if waited > FRAME_MS - self.part.get() + IN_VAIN_MS {
            self.busy.set(now() + waited * BUSY);
        }
        if drawn {
            let late = self.frame.get() - before > FRAME_MS * 1.5;
            let part = if late { self.part.get() * 0.9 } else { self.part.get() + 0.5 };
            self.part.set(part.clamp(COMPUTING_MS, FRAME_MS - DRAWING_MS));
        } else {
            self.frame.set(now());
        }
    }
}

/// Goes on once a frame has been drawn, whose time `frame` gets; false: none was.
async fn frame_drawn(frame: &Rc<Cell<f64>>) -> bool {
    let came = Rc::new(Cell::new(false));
    let mut request = 0;
    let mut listeners: Option<(Closure<dyn FnMut(f64)>, Timeout)> = None;
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        let (frame, came, done) = (frame.clone(), came.clone(), resolve.clone());
        let drawn = Closure::<dyn FnMut(f64)>::new(move |at: f64| {
            came.set(true);
            frame.set(at);
            // A resolver of a promise does not throw.
            let _ = done.call0(&JsValue::NULL);
        });
        request = dom::window().request_animation_frame(drawn.as_ref().unchecked_ref()).unwrap_or(0);
        let late = Timeout::new(PATIENCE_MS, move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
        listeners = Some((drawn, late));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
    if !came.get() {
        let _ = dom::window().cancel_animation_frame(request);
    }
    // After the frame, not within it.
    macrotask().await;
    drop(listeners);
    came.get()
}

pub fn now() -> f64 {
    dom::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

pub async fn microtask() {
    let soon = js_sys::Promise::resolve(&JsValue::UNDEFINED);
    let _ = wasm_bindgen_futures::JsFuture::from(soon).await;
}

/// A turn of the browser's own loop: a MessageChannel's message, which is not delayed as nested timeouts are.
pub async fn macrotask() {
    let posted = js_sys::Promise::new(&mut |resolve, _| {
        TURNS.with_borrow_mut(|turns| turns.get_or_insert_with(Turns::new).wait(resolve));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(posted).await;
}

thread_local!(static TURNS: RefCell<Option<Turns>> = const { RefCell::new(None) });

/// One channel for all who wait, who come in turn: making one takes longer than a message.
struct Turns {
    channel: Option<web_sys::MessageChannel>,
    waiting: Rc<RefCell<VecDeque<js_sys::Function>>>,
    _heard: Closure<dyn FnMut()>,
}

impl Turns {
    fn new() -> Turns {
        let waiting = Rc::new(RefCell::new(VecDeque::<js_sys::Function>::new()));
        let next = waiting.clone();
        let heard = Closure::<dyn FnMut()>::new(move || {
            let first = next.borrow_mut().pop_front();
            if let Some(resolve) = first {
                // A resolver of a promise does not throw.
                let _ = resolve.call0(&JsValue::NULL);
            }
        });
        let channel = web_sys::MessageChannel::new().ok();
        if let Some(channel) = &channel {
            channel.port1().set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Turns { channel, waiting, _heard: heard }
    }

    fn wait(&self, resolve: js_sys::Function) {
        // An undefined message can always be cloned.
        match &self.channel {
            Some(channel) if channel.port2().post_message(&JsValue::UNDEFINED).is_ok() => {
                self.waiting.borrow_mut().push_back(resolve)
            }
            _ => {
                Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
            }
        }
    }
}
